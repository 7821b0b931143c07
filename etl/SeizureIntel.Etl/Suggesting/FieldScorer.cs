using System;
using System.Collections.Generic;
using System.Linq;
using SeizureIntel.CodeLists;
using SeizureIntel.Fields;

namespace SeizureIntel.Etl.Suggesting;

/// <summary>Scores every field for a column by its name, its values and what stands beside it.</summary>
/// <remarks>Scores are log-odds added up and shared out as exp(score) over all fields and "none", so that a field must win against its rivals and against being
/// left unmapped. What the values say is weighed by hand; how that and the name weigh beside each other is learned (<see cref="NameModel"/>).</remarks>
internal sealed class FieldScorer(ColumnWords words, CodeListSet lists)
{
    private const double Never = -20;
    private const double LikeWords = 0.9;

    // Labelled files have few of the kinds of columns that are not taken: where a name says one, its cells say little against it.
    private const double LeastOfAside = 0.1;
    private const double SaidByCells = 5;

    // Fewer cells say less.
    private const double EnoughCells = 10;
    private const int FewestRemarks = 12;
    private const double ShortestRemark = 3;
    private const double SpokenOf = 0.3;
    private const double LongestUnit = 14;
    private const double Half = 0.5;
    private const int FewestLines = 5;
    private const int FewestCodes = 3;
    private const int FewestPlaces = 4;
    private const double ManyOffices = 0.4;
    private const double SomeTowns = 0.25;

    private const double Unlisted = -0.8;

    // Lists whose words are like no others, so that they tell a field without its name.
    private static readonly HashSet<string> Telling =
    [
        "product",
        "unit",
        "mode_of_transport",
        "place_type",
        "concealment",
        "country",
        "currency",
    ];

    // The code of a station is no name of a place.
    private static readonly HashSet<string> CodeWords = ["code", "codigo", "kod", "kode", "codice", "код", "id"];

    // Coordinates of both ends of a leg are not where goods were seized.
    private static readonly HashSet<string> Ends = ["from", "to", "origin", "destination", "departure", "origen", "destino"];

    private static readonly string[] Aside =
    [
        "_year",
        "_fiscal_year",
        "_month",
        "_day",
        "_quarter",
        "_weekday",
        "_hour",
        "_row_number",
        "_iso",
        "_world_region",
        "_count",
        "_total",
        "_url",
        "_title",
        "_source",
        "_purpose",
        "_taxonomy",
        "_zone",
        "_statistical_code",
        "_sex",
        "_age",
        "_importer",
        "_packages",
        "_other_date",
        "_storage",
        "_legal",
        "_office",
        "_status",
        "_penalty",
        "_unit_number",
        "_other_file",
        "_coordinates",
        "_certainty",
    ];

    /// <summary>The fields for a column, best first.</summary>
    public IReadOnlyList<FieldScore> Scores(ColumnSigns column)
    {
        IReadOnlyList<FieldParts> parts = Parts(column, words.Learned);
        double[] scores = [.. parts.Select(p => words.Learned.IsEmpty ? p.ByHand : p.Learned(words.Learned))];
        double most = Math.Max(0, scores.Max()),
            all = scores.Sum(s => Math.Exp(s - most)) + (words.Learned.IsEmpty ? Math.Exp(-most) : 0);
        return
        [
            .. parts
                .Select((p, i) => new FieldScore(p.Field, Math.Exp(scores[i] - most) / all, p.Header))
                .Where(s => s.Field != NameModel.Nothing)
                .OrderByDescending(s => s.Probability)
                .ThenBy(s => s.Field, StringComparer.Ordinal),
        ];
    }

    /// <summary>What speaks for each field, and for none.</summary>
    internal IReadOnlyList<FieldParts> Parts(ColumnSigns column, NameModel learned)
    {
        (ValueSigns signs, HeaderUnit unit, string name) = (column.Values, column.Unit, column.Name);
        IReadOnlyDictionary<string, HeaderSign> header = words.Signs(name, unit.Words);
        IReadOnlyDictionary<string, double> chances = learned.Chances(words.Features.Of(name));
        IReadOnlyDictionary<string, double> kinds = learned.Chances([.. column.Own, .. column.Beside], ValueFeatures.Always);
        double nothing = kinds.GetValueOrDefault(NameModel.Nothing);
        double said = Math.Min(1, signs.Profile.Filled / EnoughCells);
        var parts = new List<FieldParts>();
        foreach (string field in SeizureFields.Template.Select(f => f.Name).Concat(Aside))
        {
            HeaderSign sign = HeaderOf(field, header, signs);
            double chance = chances.GetValueOrDefault(field);
            // What the letters of a name make likely counts as its words do.
            double strength = Math.Max(sign.Strength, LikeWords * chance);
            double values = Values(field, strength, signs, unit);
            double kind =
                field[0] != '_' ? kinds.GetValueOrDefault(field)
                : values >= SaidByCells ? 1
                : Math.Max(nothing, LeastOfAside);
            parts.Add(
                new FieldParts(
                    field,
                    strength > sign.Strength ? new HeaderSign(strength, "") : sign,
                    sign.Strength,
                    chance,
                    values,
                    Math.Pow(kind, said)
                )
            );
        }

        parts.Add(new FieldParts(NameModel.Nothing, default, 0, chances.GetValueOrDefault(NameModel.Nothing), 0, Math.Pow(nothing, said)));
        return parts;
    }

    // "From" and "origin" name places as well as countries; the values tell which.
    private static HeaderSign HeaderOf(string field, IReadOnlyDictionary<string, HeaderSign> header, ValueSigns signs)
    {
        HeaderSign own = header.GetValueOrDefault(field, new HeaderSign(0, ""));
        string? sister = field switch
        {
            "departure_place" => "departure_country",
            "destination_place" => "destination_country",
            _ => null,
        };
        if (sister is null || signs.Fit("countries").Rows >= 0.4 || !header.TryGetValue(sister, out HeaderSign other))
            return own;
        // A name that says country speaks of one, whatever the list knows of the values.
        double strength = other.Strength * (other.Strength >= ColumnWords.SaysIt ? 0.75 : 0.9);
        return strength > own.Strength ? other with { Strength = strength } : own;
    }

    private double Values(string field, double header, ValueSigns signs, HeaderUnit unit)
    {
        if (signs.Stated == 0)
            return field[0] == '_' ? 0 : -0.5;
        return field switch
        {
            "seizure_date" => DateValues(signs, header),
            "reported_date" => DateValues(signs, header) - (header < 0.7 ? 3 : 0),
            "quantity" => Amount(signs, header, unit),
            "unit_2" when header < 0.5 => Never,
            // An office may be called a unit; what a unit is called is short.
            "unit" when signs.Profile.MeanLength > LongestUnit && signs.Fit("units").Rows < 0.1 => Never,
            "quantity_2" => Amount(signs, header, unit) - 1,
            "value" => signs.Numbers + signs.Measured + signs.Priced < 0.85 ? -6
            : unit.Currency is not null || signs.Priced > 0.5 ? 3
            : 1.5,
            "latitude" => Degrees(signs, header, 90),
            "longitude" => Degrees(signs, header, 180),
            "persons_intercepted" => signs.Integers < 0.85 || signs.Most > 10_000 ? -6 : 1,
            "serial_numbers" => header < 0.8 ? Never : 0,
            "hs_code" => HsCode(signs, header),
            "case_ref" => Reference(signs, header),
            "narrative" => Narrative(signs, header),
            "species" => Species(signs, header),
            "place_name" => Words(signs)
                - (Says(signs.Profile.Name, CodeWords) ? 3 : 0)
                + (signs.Fit("unlocode").Rows > 0.3 ? 1.5 : 0)
                - (signs.Fit("place_type").Rows > 0.5 ? 2 : 0),
            // A country has more provinces than a long table of three kinds of area.
            "admin1" => Words(signs)
                + (
                    signs.Stated < 5 && signs.Profile.Filled > 1000 ? -5
                    : signs.Profile.DistinctShare < 0.3 ? 0.3
                    : 0
                ),
            "departure_place" or "destination_place" => header < 0.3 ? Never : Words(signs) + Towns(signs, header),
            "reporting_service" => Coded(field, header, signs) + (header >= 0.8 && OfficesIn(signs) >= ManyOffices ? 1 : 0),
            "cover_goods" or "brand" or "operation" or "alert_ref" or "firearm_make" => header < 0.4 || signs.Numbers > 0.5 ? Never : 0,
            "firearm_model" => header < 0.6 ? Never : -0.5,
            "import_marks"
            or "handling"
            or "marking"
            or "date_precision"
            or "border_context"
            or "concealment_level"
            or "concealment_how"
            or "risk_indicators"
            or "marking_status"
            or "customs_procedure"
            or "declaration_status"
            or "selection_basis"
            or "traffic_type"
            or "prosecution"
            or "conviction"
            or "trace_status"
            or "authenticity"
            or "disposition" => header < 0.4
                ? !ValueKinds.Vague.Contains(field) && signs.Fit(ListOf(field)).Rows > 0.95 && signs.Fit(ListOf(field)).Codes > 2
                    ? 2
                    : Never
                : Coded(field, header, signs),
            // Countries of all kinds stand in tables of seizures: which one a column holds is for its name to say, and to say whole.
            "country" => Coded(field, header, signs) - (header < 0.85 ? 4 : 0),
            _ when field[0] == '_' => AsideValues(field, header, signs),
            _ => Coded(field, header, signs),
        };
    }

    // Of the same day in two calendars the one of the common era is taken.
    private static double DateValues(ValueSigns signs, double header) =>
        signs.Days >= 0.85 ? (signs.OtherDays > 0.5 ? 1.5 : 2.5)
        : signs.Days + signs.Periods >= 0.85 ? 1.5
        : signs.Days >= 0.5 ? 0.5
        : signs.Days + signs.Periods + signs.Years >= 0.85 && header >= 0.8 ? 0
        : -8;

    private static double Amount(ValueSigns signs, double header, HeaderUnit unit)
    {
        // A word behind the number is a unit where the column's name says amount.
        double measured = signs.Measured + (header >= ColumnWords.SaysIt ? signs.Worded : 0);
        if (signs.Numbers + measured < 0.6 || signs.Profile.Name.Contains('%', StringComparison.Ordinal))
            return -6;
        double score =
            // A unit in each cell is a stronger sign than one in a name.
            measured > 0.5
                ? 5
            : signs.Numbers + measured >= 0.85 ? 1.5
            : 0;
        if (unit.Unit is not null)
            score += unit.IsWhole ? 4 : 3;
        if (unit.Currency is not null)
            score -= 4;
        if (unit.Product is not null)
            score -= 3;
        if (signs.IsSequence || (signs.Years >= 0.9 && header < 0.9))
            score -= 4;
        if (signs.Least < 0)
            score -= 4;
        return score;
    }

    private static double Degrees(ValueSigns signs, double header, double limit) =>
        signs.Numbers < 0.9
        || header < 0.6
        || Says(signs.Profile.Name, Ends)
        || Math.Abs(signs.Least) > limit
        || Math.Abs(signs.Most) > limit
            ? Never
            : 2;

    private static bool Says(string name, HashSet<string> words) => ColumnWords.WordsOf(name, keepStars: false).Any(words.Contains);

    private static double HsCode(ValueSigns signs, double header) =>
        // Of any other numbers of six digits and more a fiftieth begins with a heading that is held.
        signs.TariffLines >= Half
        && signs.Stated >= FewestLines
            ? 6
        : header < 0.5 ? Never
        : signs.Tariffs >= 0.8 ? 2.5
        : signs.Fit("hs").Rows > 0.3 || signs.Integers > 0.8 ? 1.5
        : -3;

    private static double Reference(ValueSigns signs, double header)
    {
        bool isDecimal = signs.Numbers > 0.5 && signs.Integers < 0.8 && (header < 0.9 || signs.Profile.DistinctShare < 0.9);
        if (signs.Days >= 0.5 || signs.Profile.MeanWords > 6 || isDecimal || signs.Addresses > 0.5)
            return Never;
        double distinct = signs.Profile.DistinctShare;
        double score =
            distinct >= 0.9 ? 1.5
            : distinct >= 0.4 ? 0
            : -2.5;
        if (signs.References >= 0.8 && signs.Numbers < 0.5)
            score += 0.5;
        if (signs.IsSequence)
            score -= header >= 0.95 ? 1 : 3;
        // "TV 396-3429-22" has a blank in it.
        bool isNamed = header >= ColumnWords.SaysIt && distinct >= 0.9;
        if (isNamed && !signs.IsSequence)
            score += 1;
        return signs.References < 0.3 && signs.Integers < 0.5 && !isNamed ? score - 2 : score;
    }

    private static double Narrative(ValueSigns signs, double header)
    {
        if (signs.Numbers + signs.Days > 0.5 || signs.Addresses > 0.5)
            return Never;
        double mean = signs.Profile.MeanWords;
        if (mean < ShortestRemark && signs.Stated < FewestRemarks)
            return Never;
        double score =
            mean >= 15 ? 4
            : mean >= 8 ? 2.5
            : mean >= 4 ? 0.5
            : mean >= 1.5 && header >= ColumnWords.SaysIt ? 0
            : -4;
        return signs.Profile.DistinctShare < 0.05 && signs.Profile.Filled > 50 ? score - 2 : score;
    }

    // Where the name says no country and no value is one, they are places.
    private static double Towns(ValueSigns signs, double header) =>
        signs.Fit("countries").Rows >= SomeTowns ? 0
        : signs.Fit("unlocode").Rows >= SomeTowns ? 1.5
        : header >= ColumnWords.SaysIt && signs.Stated >= FewestLines && signs.Fit("countries").Codes == 0 ? 1
        : 0;

    private double OfficesIn(ValueSigns signs) =>
        signs.Letters < Half ? 0 : (double)signs.Values.Count(v => words.NamesOffice(v.Text)) / Math.Max(1, signs.Stated);

    private static double Species(ValueSigns signs, double header) =>
        signs.LatinNames >= 0.7 ? (header > 0 ? 2.5 : 3)
        : header < 0.7 ? Never
        : signs.Letters < 0.9 ? -3
        : -0.5;

    private static double Words(ValueSigns signs)
    {
        if (signs.Letters < 0.7 || signs.Days > 0.3 || signs.Numbers > 0.4)
            return -6;
        double score = signs.Fit("countries") is { Rows: >= 0.6, Codes: > 1 } ? -3 : 0;
        return signs.Profile.MeanWords > 9 ? score - 3 : score;
    }

    private double Coded(string field, double header, ValueSigns signs)
    {
        SeizureField definition = SeizureFields.Find(field)!;
        if (definition.CodeList is not { } name || !lists.Lists.Any(l => l.Name == name))
            return header < 0.5 ? Never : 0;
        ListFit fit = signs.Fit(name);
        bool isProduct = field == "product";
        if (signs.Numbers > 0.7 && name is not ("calibre" or "hs"))
            return header >= 0.9 && !isProduct ? -2 : Never;
        if (signs.Days > 0.5)
            return Never;
        double known = isProduct ? fit.Score : fit.Rows;
        double score =
            known >= 0.8 ? 3.5
            : known >= 0.5 ? 2.5
            : known >= 0.3 ? 1.5
            : known >= 0.1 ? (name == "countries" ? -1.5 : 0.3)
            : isProduct ? -0.5
            : name == "countries" ? -3
            : name == "headings" ? -3.5
            : -1.5;
        // "Taip" and "ne" are no countries.
        if (name == "countries" && fit.Codes == 1 && signs.Stated > 2)
            score -= 4;
        if (score > 0 && fit.Codes < (field == "concealment" ? FewestPlaces : FewestCodes) && header < 0.5)
            score -= 1.5;
        else if (known >= 0.9 && header < 0.3 && Telling.Contains(field))
            score += 2;
        if (score > 0 && header < 0.4 && !Telling.Contains(field))
            score -= 2;
        if (signs.Profile.MeanWords > 9)
            score -= 2.5;
        // Short words of a language that the list lacks: the name tells, and the values wait for look-ups.
        // Towns are no countries of a list that lacks their names.
        bool isElse = name == "countries" && (field == "country" || signs.Fit("unlocode").Rows >= SomeTowns);
        return header >= ColumnWords.SaysIt && signs.Letters >= 0.9 && signs.Profile.MeanWords <= 4 && !isElse
            ? Math.Max(score, Unlisted)
            : score;
    }

    private static double AsideValues(string field, double header, ValueSigns signs) =>
        field switch
        {
            "_year" => signs.Years >= 0.9 ? 3 : -6,
            "_fiscal_year" => header < 0.5 ? Never : 2,
            "_month" => signs.Months >= 0.9 ? 3 : Never,
            "_day" => signs.Integers >= 0.95 && signs is { Least: >= 0, Most: <= 31 } ? 3 : Never,
            "_quarter" => header < 0.5 || signs.Stated > 8 ? Never : 2,
            "_weekday" => header >= SpokenOf && signs.Letters > 0.9 && signs.Stated <= 9 ? 3 : Never,
            "_hour" => signs.Times > 0.8 ? 4
            : signs is { Integers: > 0.9, Least: >= 0, Most: <= 24 } && header > 0.5 ? 1.5
            : Never,
            "_coordinates" when signs.Numbers > 0.5 => Never,
            "_row_number" => signs.IsSequence ? 3.5
            : signs.Letters > 0.5 ? Never
            : header > 0.7 && signs.Profile.DistinctShare > 0.9 ? 0.5
            : -3,
            "_count" => signs.Integers >= 0.9 && !signs.IsSequence && (signs.Profile.DistinctShare < 0.9 || header >= 0.9) ? 1 : -5,
            "_url" => signs.Addresses >= 0.8 ? 8 : -3,
            "_iso" => header > 0.4 && signs.Fit("countries").Rows >= 0.6 ? 2 : Never,
            "_world_region" => signs.Fit("regions") is { Rows: >= 0.5, Codes: > 1 } ? 7
            : header < 0.7 ? Never
            : 0,
            "_title" => header < 0.7 ? Never
            : signs.Profile.MeanWords >= 3 ? 1.5
            : -2,
            _ => header < 0.6 ? Never : 1,
        };

    private static string ListOf(string field) => SeizureFields.Find(field)?.CodeList ?? "";
}
