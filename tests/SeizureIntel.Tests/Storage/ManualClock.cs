using System;

namespace SeizureIntel.Tests.Storage;

/// <summary>A clock that stands still until it is told to go on.</summary>
public sealed class ManualClock : TimeProvider
{
    private DateTimeOffset _now = new(2024, 5, 17, 8, 30, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public void Advance(TimeSpan by) => _now += by;
}
