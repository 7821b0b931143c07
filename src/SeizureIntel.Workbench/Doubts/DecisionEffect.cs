using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Decisions;

namespace SeizureIntel.Workbench.Doubts;

/// <summary>What decisions do to counts and sums.</summary>
/// <param name="CasesLeftOut">Cases that were told twice, and are in no count.</param>
/// <param name="AmountsKept">Seizures whose values were kept: their amounts are in the sums again.</param>
/// <param name="AmountsWrong">Seizures whose values are wrong: they count, and their amounts stay out of the sums.</param>
public sealed record DecisionEffect(int CasesLeftOut, int AmountsKept, int AmountsWrong)
{
    /// <summary>That of these decisions.</summary>
    public static DecisionEffect Of(IReadOnlyCollection<Decision> decisions) =>
        new(
            decisions.Count(d => d is { Kind: DoubtKind.NearDuplicate, Choice: Choice.LeaveOut }),
            decisions.Count(d => d is { Kind: DoubtKind.Outlier, Choice: Choice.Keep }),
            decisions.Count(d => d is { Kind: DoubtKind.Outlier, Choice: Choice.LeaveOut })
        );
}
