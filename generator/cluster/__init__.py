"""Translation and import on many machines, with Dask distributed.

The client (the command) plans batches, looks up cached results and writes files; workers do the
rest. `connection` connects to the scheduler. `worker_pool` decides which workers can be used:
`environment` says what each must have, `on_worker` is the code that runs on them. `batch_queue`
keeps a limited number of batches in flight and retries failed ones. `translation` and `pages` are
the two kinds of work. `messages` defines the data that is sent: plain data, never pickled objects.

Only `connection` and `on_worker` import Dask, so only ``--cluster`` needs it.
"""
