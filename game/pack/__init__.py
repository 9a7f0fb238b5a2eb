"""What a pack is: rooms, things, items, sources, facts, as frozen records. Reads no file, changes nothing.

Words:
    pack: one folder with all that a tour holds: sources, facts, rooms, questions
    source: an article, as its source map: paragraphs by number and hash, never its sentences
    cite: where a claim stands: source and paragraph, written `A¶23`
    fact: one claim in our words, with its cites and its strength
    strength: how sure the source is: stated, reported, photo, speculated
    difference: a point on which sources do not agree, with its sides
    entity: a person, place or thing that the articles name
    passage: a piece of text that is sourced or staged, never both
    room, exit, thing: a stop of the tour; a way out of it; an object to look at
    standing: how far the sources attest a room
    plaque: the text in a room that says why it has its standing
    item, stem, key, distractor, option: a question; its asking part; what is right; a wrong option; any option
    kind: a form of question, such as choice or number
    response, mark: what a candidate answers; its worth from 0 to 1
"""
