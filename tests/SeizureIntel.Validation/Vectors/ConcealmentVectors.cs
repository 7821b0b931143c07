using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using SeizureIntel.Reading.Lexicon;

namespace SeizureIntel.Validation.Vectors;

/// <summary>text/concealment_gold.json: free text in many languages to codes of concealment.</summary>
internal static class ConcealmentVectors
{
    private const double LeastRight = 0.75;
    private const double LeastRightOfAnswered = 0.85;
    private const string NoneCode = "0";

    // The gold file's own codes stand for codes of ours, children included; the longest beginning decides.
    private static readonly (string Ours, string Gold)[] Codes =
    [
        ("0", "NONE"),
        ("1.1", "BODY_WORN"),
        ("1.2", "BODY_WORN"),
        ("1.3", "BODY_INT"),
        ("2", "LUGGAGE"),
        ("2.6.1", "FOOD"),
        ("2.6.4", "TOY"),
        ("2.6.6", "ELEC"),
        ("3.1", "VEH_DOOR_PANEL"),
        ("3.1.7", "VEH_TYRE"),
        ("3.1.8", "VEH_TYRE"),
        ("3.2", "VEH_ENGINE"),
        ("3.3", "VEH_FUEL_TANK"),
        ("3.4.5", "VEH_SEAT"),
        ("3.4.6", "VEH_FALSE_FLOOR"),
        ("3.4.7", "VEH_DOOR_PANEL"),
        ("3.4.8", "VEH_DOOR_PANEL"),
        ("3.4.9", "VEH_DOOR_PANEL"),
        ("3.5.2", "VEH_FALSE_FLOOR"),
        ("4.1", "CARGO_MIXED"),
        ("4.2", "CARGO_MIXED"),
        ("4.8", "CARGO_MIXED"),
        ("4.3.1", "FOOD"),
        ("4.3.3", "MACHINERY"),
        ("4.3.7", "FOOD"),
        ("4.3.8", "FOOD"),
        ("4.3.9", "VEH_TYRE"),
        ("5.1", "CNT_RIPOFF"),
        ("5.2", "CNT_WALL"),
        ("5.3", "CNT_WALL"),
        ("5.4", "CNT_WALL"),
        ("6", "VESSEL"),
        ("9", "PARCEL"),
        ("9.5", "DISASSEMBLED"),
        ("12", "MISDECL"),
    ];

    public static void Check(VectorFiles files)
    {
        const string file = "text/concealment_gold.json";
        var reference = files.Json(file);
        var lexicon = Lexicon();
        var ours = reference.DeepClone().AsObject();
        int right = 0,
            answered = 0,
            all = 0;
        var wrong = new List<string>();
        foreach (var phrase in ours["phrases"]!.AsArray())
        {
            var text = JsonNumbers.Member(phrase!, "text").GetValue<string>();
            var expected = phrase!["code"]?.GetValue<string>();
            var found = lexicon.FindPrimary(text, phrase!["lang"]?.GetValue<string>()) is { } code ? Gold(code) : null;
            phrase["code"] = found;
            all++;
            answered += found is null ? 0 : 1;
            right += found == expected ? 1 : 0;
            if (found != expected)
            {
                wrong.Add($"'{text}' is {found ?? "unmapped"}, expected {expected}");
            }
        }

        var comparison = new Comparison(file);
        var missed = string.Join("; ", wrong);
        comparison.Holds(right >= LeastRight * all, "share of phrases with their code", Share(right, all) + " " + missed, "at least .75");
        comparison.Holds(
            right >= LeastRightOfAnswered * answered,
            "share of answered phrases with their code",
            Share(right, answered),
            "at least .85"
        );
        files.Finish(file, ours, comparison);
    }

    /// <summary>The lexicon that is shipped beside the program.</summary>
    internal static PhraseLexicon Lexicon()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "codelists", "lexicons", "concealment_lexicon.csv");
        var table = CsvTable.Read(path, Path.GetFileName(path));
        return PhraseLexicon.Of(
            [
                .. Enumerable
                    .Range(0, table.Rows.Count)
                    .Select(i => new LexiconPhrase(table.Text(i, "code"), table.Text(i, "language"), table.Text(i, "phrase"))),
            ],
            NoneCode
        );
    }

    private static string? Gold(string code) =>
        Codes
            .Where(c => code == c.Ours || code.StartsWith(c.Ours + ".", StringComparison.Ordinal))
            .OrderByDescending(c => c.Ours.Length)
            .Select(c => c.Gold)
            .FirstOrDefault();

    private static string Share(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{part} of {whole}");
}
