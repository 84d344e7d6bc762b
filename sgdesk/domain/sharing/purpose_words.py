"""The words that would stand in any purpose, and what they lack: data for the check of a purpose.

A word of five letters or more is a stem: what begins with it counts as it. A shorter one counts
with its usual endings. Grammar is matched whole.
"""

GRAMMAR = frozenset(
    "a an the and or but so that this these those of for from in into on onto at by to with as is"
    " are be been being it its he she they them their his her him who whom which what whether if"
    " when where how why there here can could may might shall should will would must do does did"
    " has have had not no any all each we us our you your i me my s t about than then very"
    " more most some such also too up out off over under again".split()
)
EMPTY_ACTIONS = (
    "safeguard", "protect", "help", "support", "act", "assist", "keep", "ensure", "make", "take",
    "know", "aware", "inform", "notif", "tell", "told", "need", "requir", "share", "sharing",
    "refer", "report", "promot", "deal", "manag", "address", "consider", "use", "using", "get",
    "have", "receiv", "look", "prevent", "want", "like", "wish", "allow", "enabl", "follow",
)  # fmt: skip
EMPTY_THINGS = (
    "child", "kid", "adult", "person", "people", "patient", "famil", "parent", "concern",
    "welfare", "wellbeing", "well", "being", "safe", "harm", "risk", "abus", "neglect", "care",
    "duty", "duties", "purpose", "reason", "information", "info", "detail", "data",
    "fact", "case", "matter", "issue", "situation", "everything", "something", "anything", "thing",
    "action", "appropriat", "necessar", "proper", "suitab", "relevant", "best", "interest", "good",
    "right", "law", "legal", "lawful", "policy", "policies", "procedur", "guid", "general", "usual",
    "routine", "normal", "standard", "record", "file", "team", "service", "agenc", "authorit",
    "practice", "professional", "vulnerab", "serious", "urgent", "possible", "due", "cause",
    "because", "behalf", "accord", "per",
)  # fmt: skip
