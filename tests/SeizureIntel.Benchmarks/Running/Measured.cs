namespace SeizureIntel.Benchmarks.Running;

/// <summary>A piece of work's result and what it cost.</summary>
/// <param name="Result">What the work gave.</param>
/// <param name="Seconds">Wall time.</param>
/// <param name="ProcessorSeconds">Time of all cores together: what other programs on the machine hardly change.</param>
internal readonly record struct Measured<T>(T Result, double Seconds, double ProcessorSeconds);
