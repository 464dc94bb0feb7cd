from helpers.notice import candidates, found, notice, register, session, terms, text

__all__ = ["candidates", "found", "notice", "register", "session", "terms", "text"]
