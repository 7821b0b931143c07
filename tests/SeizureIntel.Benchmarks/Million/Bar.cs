namespace SeizureIntel.Benchmarks.Million;

/// <summary>One line of the table: what is measured, what must hold, what was found.</summary>
/// <param name="Id">Short name, the same in <c>baseline.json</c>.</param>
/// <param name="What">What is measured, with its unit.</param>
/// <param name="Limit">What must hold.</param>
/// <param name="IsAtLeast">True where the figure must not lie below the limit, false where not above.</param>
/// <param name="Figure">Ours.</param>
/// <param name="Rival">The rival's figure of the same work in the same run; null without one.</param>
internal sealed record Bar(string Id, string What, double Limit, bool IsAtLeast, double Figure, double? Rival = null)
{
    /// <summary>Whether the bar is held.</summary>
    public bool IsMet => IsAtLeast ? Figure >= Limit : Figure <= Limit;

    /// <summary>How many times better than the rival, above 1 where ours is the better; null without a rival.</summary>
    public double? Ratio =>
        Rival is not { } other ? null
        : IsAtLeast ? Figure / other
        : other / Figure;
}
