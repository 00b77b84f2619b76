"""How the machine is: clock, storage, the day's soak verdict, the black box. Pure judgements beside small probes; no Qt."""
