using System.Collections.Generic;

namespace SeizureIntel.Workbench.Doubts;

/// <summary>What looks wrong or told twice, and what was decided.</summary>
/// <param name="Outliers">Seizures with a value far off, newest first, at most 100; nobody has decided on them.</param>
/// <param name="OutliersOpen">How many there are in all: they count, and their amounts are in no sum.</param>
/// <param name="NearDuplicates">Pairs of cases that may be one, the likeliest first, at most 50; nobody has decided on them.</param>
/// <param name="NearDuplicatesOpen">How many pairs there are in all: both cases of each count.</param>
/// <param name="Decisions">What was decided on records that the reader sees, whatever the scope, newest first.</param>
/// <param name="Effect">What the decisions do to counts and sums.</param>
public sealed record DoubtsAnswer(
    IReadOnlyList<OutlierAnswer> Outliers,
    int OutliersOpen,
    IReadOnlyList<NearDuplicateAnswer> NearDuplicates,
    int NearDuplicatesOpen,
    IReadOnlyList<DecisionAnswer> Decisions,
    DecisionEffect Effect
);
