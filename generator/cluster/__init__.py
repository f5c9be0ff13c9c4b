"""Translation and import on many machines, by Dask distributed.

The client (the command) plans batches, keeps what was known, and writes; workers do the rest.
`connection` finds the scheduler, `crew` admits workers (`outfit` says what each must have,
`workshop` is what runs there), `flight` keeps a bounded number of batches in the air and tries
what failed again, `translation` and `pages` are the two kinds of work, `messages` what goes over
the wire: plain data, never objects.

Dask is imported by `connection` and `workshop` alone, so only with ``--cluster``.
"""
