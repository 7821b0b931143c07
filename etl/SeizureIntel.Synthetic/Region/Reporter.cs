using System.Collections.Generic;

namespace SeizureIntel.Synthetic.Region;

/// <summary>A customs service of the simulated region.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 code.</param>
/// <param name="Activity">Its share of the region's reporting, relative to the others.</param>
/// <param name="Format">The shape in which it reports.</param>
/// <param name="Ports">Places it reports from.</param>
internal sealed record Reporter(string Country, double Activity, FileFormat Format, IReadOnlyList<string> Ports);
