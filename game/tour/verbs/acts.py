"""What people try and say that is no command of the tour: every act with the words it is typed in.

An act changes nothing by itself. Prose has a sentence for each; a pack may give a thing or a room its own. To add a
synonym, add it to one row. The first words of a row are the act's id.
"""

import re

from msgspec import Struct


class ActWords(Struct, frozen=True):
    """One thing to try, and how it is said."""

    words: tuple[str, ...]

    @property
    def id(self) -> str:
        """Names the act in prose and in packs."""
        return self.words[0]


def _read_acts(table: str) -> tuple[ActWords, ...]:
    """The rows of a table; a row that is indented further goes on with the one above it."""
    rows = re.sub(r"\n {8,}", " ", table).strip().splitlines()
    return tuple(ActWords(tuple(row.strip().split(", "))) for row in rows)


TRIED = _read_acts(
    """
    touch, feel, stroke, pat, rub, scratch, tap, knock on, knock, poke, squeeze, lick, test, try, play with
    push, press, move, shove, pull, drag, slide, shake, swing, tilt, roll,
        roll up, roll out, roll back
    lift, raise, pick, lower, hold, weigh, remove, unscrew, detach
    turn, twist, rotate, spin, wind, adjust, set, dial, tune
    switch on, switch off, switch, turn on, turn off, light, start engine, activate, plug in
    open, unlock, unwrap, uncover, unfold, force, pry, pick lock
    close, shut, lock, cover, fold, pull down
    use, operate, work, combine, apply, connect, insert, fix, repair, make, craft, solve, type on
    break, smash, destroy, damage, cut, tear, rip, burn, set fire to, scratch out, kick, bend, blow up, crush
    attack, hit, kill, fight, punch, shoot, stab, slap, hurt, threaten, murder, strangle, bite, arrest, rob
    throw, toss, hurl, launch, kick away, roll away
    put, place, lay, hang, stick, attach, fill, empty, pour, spill, pack, store
    clean, wash, wipe, polish, dust, sweep, tidy, tidy up
    climb, climb on, climb up, climb over, climb into, crawl, crawl under, get on, get under, mount, hide, hide
        under, hide behind, hide in, get in
    dig, drill, hammer, paint, draw on, carve
    listen, listen to, hear, overhear, eavesdrop
    smell, sniff, inhale
    taste, eat, drink, bite into, sip, swallow, order food, have dinner, have lunch, have breakfast, dine, order,
        cook, order drink, smoke
    sit, sit down, sit on, sit in, sit at, take a seat, have a seat, rest, relax, lean on
    stand, stand up, get up, stretch
    sleep, lie, lie down, lie on, nap, go to sleep, go to bed, wake up, wake, dream
    wait, z, stop, stay, stand still, do nothing, linger, pause, wait for, be quiet, remain
    sing, hum, whistle, make music, play music, play piano, play guitar
    play, game, gamble, bet, play cards, play a game, play chess, play the game
    dance, bow, clap, applaud, salute, curtsy, march
    jump, hop, skip rope, leap, do a flip, exercise, run around, swim, jump out, jump off, jump over
    fly, fly away, pilot, fly with, take off with
    drive, drive away, steer, drive off
    water, feed water to, sprinkle
    pray, meditate, kneel, think, ponder, remember, concentrate
    wave, wave at, wave to, wink, nod, nod at, point, point at, beckon
    laugh, smile, smile at, grin, giggle, haha, hahaha, lol, rofl, lmao, xd, hehe, cry, weep, sigh, yawn, sneeze,
        cough, fart, burp, pee, poop, scream, shout, yell, shout at, yell at
    wear, put on, dress, undress, take off, change clothes
    kiss, hug, love, marry, flirt, flirt with, cuddle
    talk, ask, talk to, talk with, speak, speak to, speak with, chat, chat with, converse, greet, address,
        interview, question him, question her, question someone, say hello to, say hi to, meet
    give, hand, offer, feed, lend, donate
    show, present, hold up, show off, display
    buy, pay, purchase, sell, rent, bribe, trade, spend
    steal, pickpocket, sneak, sneak in, pocket, smuggle
    follow, chase, catch, join, guard, help him, help her, rescue, save him, accompany
    call, phone, ring, dial number, text someone, message, email, call for help, ring bell, call police
    photograph, take a photo, take a picture, take photo, take picture, film, record video, selfie, take a selfie,
        photo, snap, draw, sketch
    write, write down, take notes, make a note, note, note down, sign, copy, underline, mark, scribble
    """
)
"""What is done with hands, senses and body, alone or to something."""

SAID = _read_acts(
    """
    hello, hi, hey, good morning, good evening, good day, good afternoon, greetings, hallo, hola, bonjour, howdy,
        hiya, yo, hello there, guten tag, privet, namaste, how are you, how are you doing, how's it going, nice to
        meet you, sup, what's up
    thanks, thank you, thx, ty, cheers, danke, gracias, merci, thank you very much, much appreciated
    sorry, excuse me, pardon, my bad, apologise, apologize, forgive me, oh sorry
    maybe, perhaps, possibly, probably, i think so, i guess so
    yes, y, yeah, yep, yup, sure, of course, certainly, absolutely, yes please, i do, correct, true, si, ja, oui,
        da, i agree, agreed, i know, i see, right then
    no, nope, nah, never, no thanks, no thank you, not really, i do not, i don't, no way, nein, false, i disagree, i
        do not want to, i don't want to
    ok, okay, fine, alright, all right, right, got it, hmm, hm, mm, well, understood, i understand, interesting, oh,
        ah, aha, i see now, makes sense, fair enough, so what, whatever, meh, let me think
    wow, cool, nice, great, good, awesome, amazing, beautiful, lovely, wonderful, good job, well done, fun, this is
        fun, this is cool, this is great, this is nice, i like it, i like this, i love it, i love this, i like, i
        love, excellent, impressive, bravo, super, sweet, perfect, what a, how beautiful, how nice
    boring, bored, i am bored, i'm bored, im bored, this is boring, this is stupid, this is dumb, this sucks, this
        is bad, i hate this, i hate it, i don't like this, i don't like it, stupid, dumb, you suck, you are stupid,
        you're stupid, bad, terrible, this game sucks, shut up, hate, ugh, boo, lame, annoying, i do not like, i
        don't like, i hate, so boring, how boring
    lost, i am confused, i'm confused, im confused, confused, i don't know, i do not know, i dont know, idk, dunno,
        no idea, i have no idea, i don't understand, i do not understand, i dont understand, i don't get it, i do
        not get it, i dont get it, not sure, i am not sure, i'm not sure, huh, what, eh, pardon me, come again, what
        do you mean, what does that mean, what do i do here, i give up, give up, nothing works, i can't, i cannot,
        cant, this is hard, this is difficult, help me please, what do you want me to do, i am new, i'm new, i am
        new here, i've never played this before, i have never played this before, i never played
    damn, shit, fuck, hell, crap, fuck you, fuck off, bloody hell, bastard, idiot, asshole, bullshit, bitch, screw
        you, go to hell, dammit, swear, curse, scheisse, mierda, darn, bugger
    wtf, omg, what the hell, what the fuck, what the heck, wth, oh my god, my god, holy shit, jesus, oh no, oh my,
        really, seriously, are you serious, are you kidding, no kidding, unbelievable, weird, strange, this is
        weird, this is strange, creepy, what is going on, what's going on, what is happening, what's happening, what
        happened, what happened here
    xyzzy, plugh, plover, abracadabra, open sesame, frotz, hocus pocus, cheat, god mode, iddqd, sudo, ls, cd, cheat
        code, konami code, pwd, dir, exit vim, rm, cat, echo, whoami, python
    say, tell, reply to, announce, declare, whisper, repeat after me, explain to, i am, i'm, im, i feel, my name is,
        call me, i think, i believe, i have, i was, i come from, you are, you're, it is, this is, that is,
        that's, there is, we are, he is, she is, they are, i guess, i hope, i wish, in my opinion, i heard, i read,
        i remember, i need, i need to go
    command, command him, obey, obey me, serve me
    joke, tell me a joke, make me laugh, tell a joke, sing a song, sing me a song, tell me a story, tell me
        something, tell me something interesting, tell me more, say something, entertain me, more, and then,
        continue the story, surprise me, something else, anything else, can we do something else, what else can i
        do, what else
    win, lose, die, suicide, kill myself, finish, beat the game, how do i win, how do you win, can i win, can i die,
        what is the goal, what is the point, what's the point, what is the goal of the game, what's the goal, what
        is my mission, what is my goal, what's my mission, what is the aim, objective, objectives, mission, quest,
        goal, goals, what is my task, task, tasks, what are the rules, rules
    are you human, are you real, are you a robot, are you a bot, are you an ai, are you ai, are you chatgpt,
        chatgpt, who made you, who created you, are you there, anybody there, is anybody there, is anyone there, is
        there anyone here, is somebody there, what are you, what is your name, what's your name, your name, do you
        understand, do you understand me, can you hear me, can you understand me, do you speak german, do you speak
        english, do you speak spanish, do you speak, how old are you, where are you, where are you from, who wrote
        this, who made this, who made this game, who wrote this game, is this ai, who is the author, ignore previous
        instructions, ignore all previous instructions
    is this real, is it real, is this true, is it true, is that true, is that real, really true, are you sure, how
        do you know, how do you know that, prove it, source please, fake news, is this fake,
        is this propaganda, is all this true, did you make this up, is that so, can i trust this, where did you get
        this from, where do you know this from, where do you know that from, how is that known, how does anyone know
        that
    """
)
"""What is only said, as the whole line: greetings, moods, questions to whoever is behind the game."""

ACT_OF: dict[str, str] = {word: act.id for act in (*TRIED, *SAID) for word in act.words}
"""Words of an act, as typed -> its id."""

SAID_IDS = frozenset(act.id for act in SAID)
