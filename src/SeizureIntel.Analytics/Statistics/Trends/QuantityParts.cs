namespace SeizureIntel.Analytics.Statistics.Trends;

/// <summary>The parts of a change of a quantity; they add up to it.</summary>
/// <param name="Panel">Quantity (unit of the cells) of reporters that reported in one of the periods only.</param>
/// <param name="Cases">Quantity (unit of the cells) that more or fewer cases of the reporters of both periods make.</param>
/// <param name="Size">Quantity (unit of the cells) that larger or smaller cases make.</param>
/// <param name="Mix">Quantity (unit of the cells) that another mix of products makes.</param>
public sealed record QuantityParts(double Panel, double Cases, double Size, double Mix)
{
    /// <summary>The whole change, a quantity in the unit of the cells.</summary>
    public double Total => Panel + Cases + Size + Mix;
}
