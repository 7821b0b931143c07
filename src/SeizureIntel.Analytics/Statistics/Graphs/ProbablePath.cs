using System.Collections.Generic;

namespace SeizureIntel.Analytics.Statistics.Graphs;

/// <summary>A path put together from legs; not necessarily observed as a whole.</summary>
/// <param name="Places">Places in order, start and end included.</param>
/// <param name="Cost">Sum of -ln of the legs' shares (nats).</param>
/// <param name="Probability">Product of the legs' shares of what leaves their start (0 to 1).</param>
public sealed record ProbablePath(IReadOnlyList<string> Places, double Cost, double Probability);
