"""How the translation package of this project is made; see ``models/README.md``.

Nothing here is a dependency of the program: training needs torch and a GPU.
"""
