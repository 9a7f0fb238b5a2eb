"""The words of a certificate. Values that are shown as code come with their markup."""


def render_completion(questions: int, day: str) -> str:
    """What the candidate has done, and when."""
    return f"has handed in an exam of {questions} questions on {day}"


def render_certified_score(score: float, questions: int, share: str) -> str:
    """The mark."""
    return f"{score:g} of {questions} marks, {share}"


def render_proof(code: str, bank: str, seal: str) -> str:
    """What bears the certificate out, and that nothing else is certified. The code is empty for a bank without one."""
    paper = f"Paper {code}, bank" if code else "Bank"
    return f"{paper} {bank}. Seal {seal}. The paper’s code reprints its questions; nothing else is certified."


def describe_not_handed_in() -> str:
    """An exam without an end has no certificate."""
    return "this exam was not handed in"
