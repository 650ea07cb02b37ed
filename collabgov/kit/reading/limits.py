"""How much a process of its own may spend on the file of a stranger."""


def limit(megabytes: int, seconds: int, largest_answer: int) -> None:
    """Where the system knows limits, this process may not pass them."""
    try:
        import resource
    except ImportError:
        return
    memory = megabytes * 1_000_000
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest_answer, largest_answer))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
