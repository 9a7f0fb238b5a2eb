"""Breaks the code in many small ways, one at a time, and sees whether a test fails: ``make mutants``.

A script of ours and not one of the tools there are: they break everything there is, which takes hours, or only what
stands inside functions, which leaves out the constants and the defaults that our rules are made of. Here a seed draws
a sample, and each mutant is tried only by the tests that run its line, in a copy of the tree, in a second or two.
"""
