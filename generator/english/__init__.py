"""English for the digest, made offline: packages, engine, cache and the stage itself.

`translate.translate` is the stage. What it stands on: `argos` (the engine), `packages`
(what is installed), `install` and `index` (how more comes), `cache` (what was made
before) and `tmx` (translators' tools).
"""

# How messages call English that a machine made in the build, with no file of its own.
MACHINE_ENGLISH = "machine English"
