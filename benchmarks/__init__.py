"""How fast the kiosk is on this machine, as ratios against floors and a peer measured in the same run.

`python -m benchmarks` runs everything, `python -m benchmarks start scroll` what is named. Never part of `make test`: the
figures depend on the machine, the ratios less so.
"""
