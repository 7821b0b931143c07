using System.Collections.Generic;

namespace SeizureIntel.Synthetic.Region;

/// <summary>What is smuggled in the simulated region, and how.</summary>
/// <param name="Product">Product code.</param>
/// <param name="Heading">Heading code.</param>
/// <param name="Unit">Unit code in which it is reported.</param>
/// <param name="Median">Median amount of a seizure, in the unit.</param>
/// <param name="Spread">Standard deviation of the logarithm of the amount.</param>
/// <param name="Weight">Its share of all cases, relative to the others.</param>
/// <param name="Season">Amplitude of the yearly cycle of the logarithm of its rate; 0 for none.</param>
/// <param name="PeakWeek">Week of the year in which the cycle peaks, 1 to 52.</param>
/// <param name="Sources">Countries it comes from, with weights.</param>
/// <param name="Modes">Means of transport (UNECE Rec. 19), with weights.</param>
/// <param name="Words">Names by which reporters write it, in several languages.</param>
internal sealed record SimulatedGoods(
    string Product,
    string Heading,
    string Unit,
    double Median,
    double Spread,
    double Weight,
    double Season,
    int PeakWeek,
    IReadOnlyList<(string Country, double Weight)> Sources,
    IReadOnlyList<(string Mode, double Weight)> Modes,
    IReadOnlyList<string> Words
);
