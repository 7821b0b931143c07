using System;

namespace SeizureIntel.Watches;

/// <summary>How a saved search tells of new matches: of those that came in after it was made, whatever their date.</summary>
/// <param name="ToldUpTo">Number of the newest submission that it has told of, or that came in before it.</param>
/// <param name="CooldownHours">Hours of silence after it has told; 0 for none. What comes in meanwhile is told together.</param>
/// <param name="Digest">How often it tells.</param>
/// <param name="MutedUntil">Until when it tells nothing; what comes in meanwhile is not told later. Null where it is not muted.</param>
/// <param name="LastToldAt">When it told last; null for never.</param>
public sealed record Watch(long ToldUpTo, int CooldownHours, Digest Digest, DateTimeOffset? MutedUntil, DateTimeOffset? LastToldAt)
{
    // When an office begins its day; a digest is there before it.
    private const int MorningHour = 6;

    /// <summary>Whether it tells nothing at a moment.</summary>
    public bool IsMutedAt(DateTimeOffset time) => MutedUntil > time;

    /// <summary>The moment at which it tells of something, but for its being muted.</summary>
    /// <param name="arrival">When the oldest of what it has not told of arrived.</param>
    public DateTimeOffset NextFor(DateTimeOffset arrival)
    {
        DateTimeOffset due = Digest == Digest.AtOnce ? arrival : MorningAfter(arrival);
        return LastToldAt is { } last && last.AddHours(CooldownHours) > due ? last.AddHours(CooldownHours) : due;
    }

    private DateTimeOffset MorningAfter(DateTimeOffset arrival)
    {
        DateTimeOffset morning = new(arrival.UtcDateTime.Date.AddHours(MorningHour), TimeSpan.Zero);
        while (morning <= arrival || (Digest == Digest.Weekly && morning.DayOfWeek != DayOfWeek.Monday))
            morning = morning.AddDays(1);
        return morning;
    }
}
