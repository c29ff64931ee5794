"""Everything about diffusers models: which folders are there, what each can do, loading and running them.

`folders` and `families` say what is installed and what it is good for, `offers` what of that a plan may use;
`loader` with `memory` loads; `video` and `latents` make pictures, in the worker "models" (`worker`). `executing` is
what the step does.
"""
