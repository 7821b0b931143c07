using System;
using System.Collections.Generic;
using System.Linq;

namespace SeizureIntel.Validation.Vectors;

/// <summary>ts_common: the series that several folders share.</summary>
internal sealed class SharedSeries
{
    /// <summary>Points at the end of a series that forecasts do not see.</summary>
    public const int Held = 13;

    private readonly Dictionary<string, double[]> _values;
    private readonly Dictionary<string, int> _frequencies;

    public SharedSeries(VectorFiles files)
    {
        var table = files.Table("ts_common/series.csv");
        _values = table.SeriesBy("series", "y");
        _frequencies = table.Groups("series").ToDictionary(g => g.Key, g => table.Integer(g.Value[0], "freq"), StringComparer.Ordinal);
    }

    public double[] All(string series) =>
        _values.TryGetValue(series, out var values)
            ? values
            : throw new VectorFormatException($"ts_common/series.csv: series '{series}' is missing.");

    public double[] Training(string series) => All(series)[..^Held];

    public int Frequency(string series) => _frequencies[series];
}
