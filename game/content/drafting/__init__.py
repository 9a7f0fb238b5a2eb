"""From articles to the draft of a pack: read, taken apart, laid out in rooms, written as files.

Only ``carriages new`` and ``carriages write`` load these modules. Nothing here decides: whatever it proposes is marked
as a draft, and a person confirms, changes or deletes it.

Words:
    draft: what nobody has confirmed yet, marked ``draft: true`` and shown as such
"""
