using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using SeizureIntel.CodeLists;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>What a column's values look like, as shares of its filled cells; words for a missing value are left out.</summary>
internal sealed partial class ValueSigns
{
    private const int ValuesLookedAt = 600;
    private const int LongestCode = 120;
    private const int LongestUnit = 16;
    public static char[] Separators { get; } = [';', '；', '\n', '|'];
    private readonly List<(string Text, int Rows)> _values = [];
    private readonly SortedSet<string> _shortMarks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ListFit> _fits = new(StringComparer.Ordinal);
    private readonly CodeListSet _lists;
    private readonly GoodsFinder? _goods;
    private readonly double _rows;

    public ValueSigns(ColumnProfile profile, CodeListSet lists, GoodsFinder? goods)
    {
        Profile = profile;
        _lists = lists;
        _goods = goods;
        CodeList? missing = Lists.Find(lists, "non_values"),
            months = Lists.Find(lists, "months"),
            currencies = Lists.Find(lists, "currencies");
        foreach ((string text, int rows) in profile.Values)
        {
            if (_values.Count >= ValuesLookedAt)
                break;
            if (Lists.Missing(missing, text) is null)
                _values.Add((text, rows));
        }

        _rows = Math.Max(1, _values.Sum(v => (long)v.Rows));
        Stated = _values.Count;
        int dayFirst = 0,
            monthFirst = 0;
        double serials = 0;
        foreach ((string text, int rows) in _values)
        {
            double share = rows / _rows;
            SeizureDate? date = text.Length <= 40 ? DateText.Read(text, [], DateOrder.Undecided, months, out _) : null;
            bool isYear = Year().IsMatch(AsciiDigits.In(text));
            if (isYear)
                Years += share;
            else if (date is { Precision: DatePrecision.Day })
            {
                Days += share;
                OtherDays += OtherCalendar.Read(AsciiDigits.In(text)) is null ? 0 : share;
            }
            else if (ShortDate().Match(text) is { Success: true } brief)
            {
                Days += share;
                ShortDates += share;
                int a = int.Parse(brief.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture),
                    b = int.Parse(brief.Groups[3].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
                _shortMarks.Add(brief.Groups[2].Value);
                if (brief.Groups[4].Length > 0)
                    ShortEnd = brief.Groups[4].Value;
                dayFirst += a > 12 && b <= 12 ? 1 : 0;
                monthFirst += b > 12 && a <= 12 ? 1 : 0;
            }
            else if (date is not null)
                Periods += share;
            else if (Dates.Serial(text) is not null)
                serials += share;
            string[] items = text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (
                items.Length > 1
                && items.All(i => NumberText.Read(i, DecimalMark.Undecided, out string unread) is not null && unread.Length == 0)
            )
                Numbers += share;
            decimal? number = NumberText.Read(text, DecimalMark.Undecided, out string rest);
            if (number is { } value && rest.Length == 0)
            {
                Numbers += share;
                bool isWhole = value == decimal.Truncate(value);
                if (isWhole)
                    Integers += share;
                Least = Math.Min(Least, (double)value);
                Most = Math.Max(Most, (double)value);
            }
            else if (number is not null && Lists.Find(lists, "units")?.Find(rest) is not null)
            {
                Measured += share;
            }
            else if (
                Prices.Without(text, currencies) is { } price
                && NumberText.Read(price, DecimalMark.Undecided, out string left) is not null
                && left.Length == 0
            )
            {
                Priced += share;
            }
            else if (number is not null && rest.Length <= LongestUnit)
            {
                Worded += share;
            }

            if (text.Any(char.IsLetter))
                Letters += share;
            if (Web().IsMatch(text))
                Addresses += share;
            if (Clock().IsMatch(text))
                Times += share;
            if (Tariff().Match(AsciiDigits.In(text)) is { Success: true } line)
            {
                Tariffs += share;
                if (Lists.Find(lists, "hs")?.Find(line.Groups["heading"].Value) is not null)
                    TariffLines += share;
            }

            if (LatinName().IsMatch(text))
                LatinNames += share;
            if (months?.Find(text) is not null)
                Months += share;
            FiscalYearStart ??= FiscalDate.StartIn(text, months);
            if (text.Length >= 4 && text.Length <= 40 && text.Any(char.IsAsciiDigit) && !text.Contains(' ', StringComparison.Ordinal))
                References += share;
            DateOrder order = DateText.Evidence(text);
            dayFirst += order == DateOrder.DayFirst ? 1 : 0;
            monthFirst += order == DateOrder.MonthFirst ? 1 : 0;
        }

        // Among days, the number of a day in a spreadsheet is one.
        if (Days >= 0.4)
            Days += serials;
        Order =
            dayFirst > 0 && monthFirst == 0 ? DateOrder.DayFirst
            : monthFirst > 0 && dayFirst == 0 ? DateOrder.MonthFirst
            : DateOrder.Undecided;
        HasTwoOrders = dayFirst > 0 && monthFirst > 0;
        IsSequence = profile.SequenceShare > 0.9 && profile.DistinctShare > 0.95;
    }

    public ColumnProfile Profile { get; }

    /// <summary>Different values that are no word for a missing one, of those looked at.</summary>
    public int Stated { get; }

    public double Days { get; }

    /// <summary>Days of another calendar than that of the common era.</summary>
    public double OtherDays { get; }

    /// <summary>Days whose year has two digits.</summary>
    public double ShortDates { get; }

    /// <summary>What stands between the numbers of such days.</summary>
    public IReadOnlyCollection<string> ShortMarks => _shortMarks;

    /// <summary>What stands behind the year of some of them, as the point in "27.9.21."; empty for nothing.</summary>
    public string ShortEnd { get; } = "";

    /// <summary>Months, quarters.</summary>
    public double Periods { get; }

    /// <summary>Bare years of four digits.</summary>
    public double Years { get; }

    public double Numbers { get; }

    public double Integers { get; }

    /// <summary>A number with its unit in one cell.</summary>
    public double Measured { get; }

    /// <summary>A number with a short word in one cell that no list of units knows.</summary>
    public double Worded { get; }

    /// <summary>A number with a currency in one cell.</summary>
    public double Priced { get; }

    public double Letters { get; }

    public double Addresses { get; }

    public double Times { get; }

    public double LatinNames { get; }

    /// <summary>Numbers grouped as those of a tariff: four digits of chapter and heading, then pairs.</summary>
    public double Tariffs { get; }

    /// <summary>Those of them whose first four digits are a heading of the Harmonized System that is held.</summary>
    public double TariffLines { get; }

    /// <summary>Names or numbers of months.</summary>
    public double Months { get; }

    /// <summary>The month in which the fiscal years begin that the values name; null where they name none.</summary>
    public int? FiscalYearStart { get; }

    /// <summary>Without blanks and with a digit.</summary>
    public double References { get; }

    public double Least { get; } = double.MaxValue;

    public double Most { get; } = double.MinValue;

    public DateOrder Order { get; }

    /// <summary>True where some cells can only be day first and others only month first.</summary>
    public bool HasTwoOrders { get; }

    public bool IsSequence { get; }

    /// <summary>The values with their rows, most frequent first.</summary>
    public IReadOnlyList<(string Text, int Rows)> Values => _values;

    /// <summary>How far a code list knows the values.</summary>
    public ListFit Fit(string list)
    {
        if (_fits.TryGetValue(list, out ListFit? known))
            return known;
        return _fits[list] = Lists.Find(_lists, list) is { } codes ? FitOf(codes) : ListFit.None;
    }

    /// <summary>The share of the different values of which a code list knows the whole or some words.</summary>
    public double Named(string list) =>
        Lists.Find(_lists, list) is { } codes
            ? (double)_values.Count(v => CodeOf(codes, v.Text) is not null || PartMatch.Find(codes, v.Text) is not null)
                / Math.Max(1, Stated)
            : 0;

    private ListFit FitOf(CodeList list)
    {
        double rows = 0,
            near = 0;
        int values = 0;
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string text, int count) in _values)
        {
            if (text.Length > LongestCode)
                continue;
            if (CodeOf(list, text) is { } code)
            {
                rows += count;
                values++;
                codes.Add(code);
            }
            else if (list.Name is "products" && _goods?.Find(text, out _) is { } part)
            {
                near += count;
                codes.Add(part.Value);
            }
        }

        return new ListFit(rows / _rows, near / _rows, Stated == 0 ? 0 : (double)values / Stated, codes.Count);
    }

    // A bare number, that of a footnote ("2)") or a single letter (but for g and l) is everybody's code; several values in one cell must all be known.
    private static string? CodeOf(CodeList list, string text)
    {
        bool isBare = (text.Length == 1 && list.Name != "units") || text.All(c => char.IsAsciiDigit(c) || c is '.' or ')' or '(' or '*');
        if (isBare && list.Name is not ("hs" or "calibre"))
            return null;
        if (list.Find(text) is { } code)
            return code.Value;
        string[] parts = text.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 && list.Name == "countries")
            parts = text.Split([',', '/'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && parts.All(p => list.Find(p) is not null) ? list.Find(parts[0])!.Value : null;
    }

    [GeneratedRegex(@"^(?:19[5-9]\d|20[0-4]\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Year();

    [GeneratedRegex(
        @"^(\d{1,2})([-/.])(\d{1,2})\2\d{2}(\.?)(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?)?$",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex ShortDate();

    [GeneratedRegex("^(?:https?://|www\\.)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Web();

    [GeneratedRegex(@"^\d{1,2}[:.hH]\d{2}(?::\d{2})?(?: ?[AaPp][Mm])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"^(?<heading>(?:0[1-9]|[1-9]\d)\d\d)(?:[. ]?\d\d){1,4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Tariff();

    [GeneratedRegex(@"^[A-Z][a-z]{2,} (?:[a-z]{3,}(?:-[a-z]+)?|spp?\.?)(?: [a-z]{3,})?$", RegexOptions.CultureInvariant)]
    private static partial Regex LatinName();
}
