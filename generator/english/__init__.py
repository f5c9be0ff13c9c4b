"""Machine translation into English, offline: packages, engines, cache, checks, and the stage.

`translator` puts the parts together for a site, `segments` is the stage. `argos` is the engine;
`packages` lists what is installed, `install` and `index` get more; `cache` keeps earlier results;
`tmx` exchanges segments with translators' tools.
"""

# The name in messages of English that the build translated and that has no sidecar file.
MACHINE_ENGLISH = "machine English"
