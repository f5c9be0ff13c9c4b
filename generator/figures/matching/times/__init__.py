"""Times and ordinals that English tells in other words. `ways` lists the ways for each kind of
figure; `lengths` reads a length as the period or the run that it stands for.
"""
