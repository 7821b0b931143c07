using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Cases;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Etl.Screening;

namespace SeizureIntel.Benchmarks.Texts;

/// <summary>What the screen's tagger finds of a hand whose sentences it did not learn from, with the rules beside it; and its weights, made anew.</summary>
internal static class TaggerMeasure
{
    private const int SecretsOfHand = 1200;
    private const int CleanOfHand = 400;
    private const double Least = 0.98;
    private const int MostChanged = 2;
    private const string Unknown = "taught";

    /// <summary>Prints the figures of each hand that the rules were not made on, left out; with <c>--write</c> learns from all and writes the file of
    /// weights.</summary>
    public static async Task<bool> PrintAsync(CaseRun run, string screening, CancellationToken stop)
    {
        (string, string)[] files =
        [
            .. Directory.GetFiles(screening, "*.csv").Order(StringComparer.Ordinal).Select(static f => (f, File.ReadAllText(f))),
        ];
        ScreeningLists lists = ScreeningLists.Parse(files);
        var training = new TaggerTraining(lists);
        PlantedSentence[] secrets = [.. Learnable(PlantedSentence.Secrets("desk"))];
        PlantedSentence[] clean = [.. Learnable(PlantedSentence.Clean("desk"))];
        PlantedSentence[] others =
        [
            .. ((string[])["customs", "report", "frames"]).SelectMany(static f =>
                Learnable(PlantedSentence.Secrets(f)).Concat(Learnable(PlantedSentence.Clean(f)))
            ),
            .. PlantedSentence.Rows("outside_names.tsv").Select(static c => new PlantedSentence("", "bare_name", c[0], c[1], c[2])),
            .. PlantedSentence.Rows("outside_identifiers.tsv").Select(static c => new PlantedSentence("", c[0], c[1], c[2], c[3])),
            .. PlantedSentence.Rows("outside_clean.tsv").Select(static c => new PlantedSentence("", "", c[0], c[1], "")),
            .. ((string[])["clean.txt", "lookalikes.txt", "../nameless_sentences.txt"])
                .SelectMany(static f => File.ReadLines(Path.Combine(PlantedSentence.Folder, f)))
                .Select(static l => new PlantedSentence("", "", "", l, "")),
        ];
        HashSet<string> classes = [.. secrets.Select(static s => s.Class), ""];
        others = [.. others.Where(s => classes.Contains(s.Class))];
        if (run.Has("--write") && run.Option("--only") == "tagger")
        {
            string path = Path.Combine(Surroundings.Root, "etl", "screening", ScreeningLists.WeightsFile);
            await File.WriteAllTextAsync(path, training.Learn([.. secrets, .. clean, .. others]), stop);
            await run.LineAsync($"written: {path}");
            return true;
        }

        double sum = 0;
        int changed = 0;
        int hands = secrets.Count(static s => s.Set == Unknown) / SecretsOfHand;
        for (int hand = (secrets.Length / SecretsOfHand) - hands; hand < secrets.Length / SecretsOfHand; hand++)
        {
            (PlantedSentence[] own, PlantedSentence[] rest) = Split(secrets, hand, SecretsOfHand);
            (PlantedSentence[] ownClean, PlantedSentence[] restClean) = Split(clean, hand, CleanOfHand);
            string weights = training.Learn([.. rest, .. restClean, .. others]);
            var mask = new NarrativeMask(ScreeningLists.Parse([.. files, (ScreeningLists.WeightsFile, weights)]));
            double share = own.Average(s => s.IsMaskedBy(mask) ? 1.0 : 0);
            int cleanOnes = ownClean.Count(s => mask.Mask(s.Text).Spans.Count > 0);
            sum += share;
            changed += cleanOnes;
            await run.LineAsync(
                FormattableString.Invariant(
                    $"  rules and tagger, hand {hand + 1} left out: {share:0.000}, clean changed {cleanOnes} of {ownClean.Length}"
                )
            );
        }

        bool isMet = sum / hands >= Least && changed <= MostChanged * hands;
        await run.FigureAsync(
            FormattableString.Invariant(
                $"rules and tagger on hands left out: {sum / hands:0.000}, clean changed {changed} of {hands * CleanOfHand}"
            ),
            FormattableString.Invariant($"{Least} and {MostChanged * hands}"),
            isMet
        );
        return isMet;
    }

    private static (PlantedSentence[] Own, PlantedSentence[] Others) Split(PlantedSentence[] all, int hand, int size) =>
        (all[(hand * size)..((hand + 1) * size)], [.. all[..(hand * size)], .. all[((hand + 1) * size)..]]);

    // What is held back teaches nothing.
    private static IEnumerable<PlantedSentence> Learnable(IEnumerable<PlantedSentence> sentences) =>
        sentences.Where(static s => s.Set != "hold");
}
