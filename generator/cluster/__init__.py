"""Translation and import on many machines, with Dask distributed.

The client (the command) plans batches, looks up cached results and writes files; workers do the
rest. `connection` connects to the scheduler. `crew` decides which workers can be used: `outfit`
says what each must have, `workshop` is the code that runs on them. `flight` keeps a limited number
of batches in progress and retries failed ones. `translation` and `pages` are the two kinds of work.
`messages` defines the data that is sent: plain data, never pickled objects.

Only `connection` and `workshop` import Dask, so only ``--cluster`` needs it.
"""
