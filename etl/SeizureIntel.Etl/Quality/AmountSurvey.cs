using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Etl.Normalisation;

namespace SeizureIntel.Etl.Quality;

/// <summary>How large the amounts of a file are, product by product and unit by unit, so that one that is far off its kind is seen.</summary>
/// <remarks>Source: J. W. Tukey, Exploratory Data Analysis (1977), ch. 2: the outer fence, upper quartile plus three times the spread of the
/// quartiles; here on the logarithm, for seizures are skewed over many decades.
/// The spread counts as half a decade at least, and a group of fewer than 50 rows tells nothing.</remarks>
internal sealed class AmountSurvey
{
    private const int FewestRows = 50;
    private const double SmallestSpread = 0.5;
    private const double Spreads = 3;

    private readonly MappedField? _product;
    private readonly MappedField? _amount;
    private readonly MappedField? _unit;
    private readonly Dictionary<(string Product, string Unit), List<float>> _groups = [];
    private readonly Dictionary<(string Product, string Unit), double> _fences = [];
    private double _lowest = double.PositiveInfinity;

    public AmountSurvey(SourceMap map)
    {
        // Cells with several amounts side by side come from small files; the limits alone judge them.
        if (map.ItemColumns.Count > 0)
            return;
        _product = map.Fields.FirstOrDefault(f => f.Slot == Slots.Product);
        _amount = map.Fields.FirstOrDefault(f => f.Slot == Slots.Quantity);
        _unit = map.Fields.FirstOrDefault(f => f.Slot == Slots.Unit);
    }

    /// <summary>Counts a row in; the decimal mark is taken as a cell by itself tells it.</summary>
    public void Add(IReadOnlyList<string> cells)
    {
        if (_product is null || _amount is null)
            return;
        if (NumberText.Read(_amount.TextOf(cells).Trim(), DecimalMark.Undecided, out _) is not { } amount || amount <= 0)
            return;
        (string, string) key = KeyOf(cells);
        if (!_groups.TryGetValue(key, out List<float>? amounts))
            _groups.Add(key, amounts = []);
        amounts.Add((float)Math.Log10((double)amount));
    }

    /// <summary>Adds what another survey of the same file counted; nothing but the amounts themselves decides, whatever their order.</summary>
    public void Add(AmountSurvey other)
    {
        foreach ((var key, List<float> amounts) in other._groups)
        {
            if (_groups.TryGetValue(key, out List<float>? ours))
                ours.AddRange(amounts);
            else
                _groups.Add(key, amounts);
        }
    }

    /// <summary>Ends the survey and lets go of the amounts.</summary>
    public void Complete()
    {
        foreach ((var key, List<float> amounts) in _groups)
        {
            if (amounts.Count < FewestRows)
                continue;
            amounts.Sort();
            double lower = amounts[amounts.Count / 4],
                upper = amounts[amounts.Count * 3 / 4];
            double fence = upper + (Spreads * Math.Max(upper - lower, SmallestSpread));
            _fences.Add(key, fence);
            _lowest = Math.Min(_lowest, Math.Pow(10, fence));
        }

        _groups.Clear();
    }

    /// <summary>True where an amount lies beyond the fence of its product and unit.</summary>
    public bool IsBeyondFence(IReadOnlyList<string> cells, decimal amount) =>
        (double)amount > _lowest && _fences.TryGetValue(KeyOf(cells), out double fence) && Math.Log10((double)amount) > fence;

    private (string Product, string Unit) KeyOf(IReadOnlyList<string> cells) => (_product!.TextOf(cells), _unit?.TextOf(cells) ?? "");
}
