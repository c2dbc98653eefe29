package io.github.romparser.edit;

/** What became of an edit: it was made, or it was refused and nothing was changed. */
public sealed interface EditResult permits Edit, Refusal {}
