using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;
using SeizureIntel.Ports;
using SeizureIntel.Proposals;
using SeizureIntel.Values;

namespace SeizureIntel.Benchmarks.Texts;

/// <summary>Hiding places read from accounts, against labels by eye.</summary>
internal static class ConcealmentMeasure
{
    private const double LeastPrecision = 0.90;
    private const double LeastRecall = 0.75;
    private const string NotHidden = "none";
    private const string NotConcealed = "0";

    /// <summary>Prints precision and recall: whether something was hidden, and where.</summary>
    /// <param name="run">The case; <c>--show</c> lists what is wrong in the texts to learn from.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="data">The folder of real files; need not exist.</param>
    /// <param name="stop">Stops the reading.</param>
    /// <returns>Whether every bar was met.</returns>
    public static async Task<bool> PrintAsync(CaseRun run, ITextReader reader, string data, CancellationToken stop)
    {
        List<Labelled> written = [.. (await LabelFile.RowsAsync("narratives.csv", stop)).Select(r => new Labelled(r[0], r[1], r[2], r[3]))];
        await run.LineAsync("concealment, against labels by eye");
        await PrintSetAsync(run, reader, "sentences learnt from", [.. written.Where(w => w.Set == "learn")], run.Has("--show"));
        bool isMet = await PrintSetAsync(run, reader, "sentences held back", [.. written.Where(w => w.Set == "held")], isShown: false);
        await PrintHongKongAsync(run, reader, data, stop);
        string news = Path.Combine(data, "freetext_sentences_es_pt_en", "concealment_sentences.jsonl");
        if (!File.Exists(news))
        {
            await run.LineAsync("  sentences of newspapers: skipped, the file is absent");
            return isMet;
        }

        return isMet
            & await PrintSetAsync(run, reader, "sentences of newspapers", [.. File.ReadLines(news).Select(OfNews)], run.Has("--show"));
    }

    // Labelled by eye by their number in the file, which is not the project's to keep; reported without a bar.
    private static async Task PrintHongKongAsync(CaseRun run, ITextReader reader, string data, CancellationToken stop)
    {
        string releases = Path.Combine(data, "hk_customs_press_zh", "dev_2004_2013.json");
        if (!File.Exists(releases))
        {
            await run.LineAsync("  press releases of Hong Kong: skipped, the file is absent");
            return;
        }

        using JsonDocument all = JsonDocument.Parse(await File.ReadAllTextAsync(releases, stop));
        List<Labelled> texts =
        [
            .. (await LabelFile.RowsAsync("hong_kong.csv", stop)).Select(r => new Labelled(
                "releases",
                "zh",
                r[1],
                all.RootElement[int.Parse(r[0], CultureInfo.InvariantCulture)].GetProperty("article").GetString()!
            )),
        ];
        await PrintSetAsync(run, reader, "press releases of Hong Kong (reported)", texts, run.Has("--show"), hasBar: false);
    }

    // The newspapers' labels say in words where; only whether something was hidden is held against them.
    private static Labelled OfNews(string line)
    {
        using JsonDocument one = JsonDocument.Parse(line);
        JsonElement root = one.RootElement;
        string label = root.GetProperty("label").GetString()! == "concealment" ? NonValue.Unmapped : NotHidden;
        return new Labelled("news", root.GetProperty("lang").GetString()!, label, root.GetProperty("sentence").GetString()!);
    }

    private static async Task<bool> PrintSetAsync(
        CaseRun run,
        ITextReader reader,
        string title,
        List<Labelled> texts,
        bool isShown,
        bool hasBar = true
    )
    {
        List<(Labelled Text, string[] Found)> read = [.. texts.Select(t => (t, PlacesOf(reader.Read(t.Text))))];
        Ratio hidden = Hidden(read),
            place = Place([.. read.Select(r => (r.Text.Label, r.Found))]);
        bool isMet = IsMet(hidden) && (IsMet(place) || place.Labelled == 0);
        await run.LineAsync($"  {title}: {texts.Count}");
        if (hasBar)
            await run.FigureAsync($"    hidden: {hidden}", "0.90 at 0.75", IsMet(hidden));
        else
            await run.LineAsync($"    hidden: {hidden}");
        if (hasBar && place.Labelled > 0)
            await run.FigureAsync($"    place: {place}", "0.90 at 0.75", IsMet(place));
        else if (place.Labelled > 0)
            await run.LineAsync($"    place: {place}");
        foreach (IGrouping<string, (Labelled Text, string[] Found)> language in read.GroupBy(r => r.Text.Language).OrderBy(l => l.Key))
            await run.LineAsync(
                $"      {language.Key}: hidden {Hidden([.. language])}; place {Place([.. language.Select(l => (l.Text.Label, l.Found))])}"
            );
        foreach ((Labelled text, string[] found) in read.Where(r => isShown && !IsRight(r)))
            await run.LineAsync($"      {text.Language} {text.Label}, read as {string.Join(" ", found)}: {text.Text}");
        return isMet;
    }

    private static bool IsRight((Labelled Text, string[] Found) read) =>
        read.Text.Label == NotHidden ? read.Found.Length == 0
        : read.Text.Label == NonValue.Unmapped ? read.Found.Length > 0
        : read.Found.Length > 0 && Array.TrueForAll(read.Found, f => Agrees(f, read.Text.Label));

    private static bool IsMet(Ratio ratio) => ratio.Meets(LeastPrecision, LeastRecall);

    private static Ratio Hidden(List<(Labelled Text, string[] Found)> read) =>
        new(
            read.Count(r => r.Found.Length > 0),
            read.Count(r => r.Found.Length > 0 && r.Text.Label != NotHidden),
            read.Count(r => r.Text.Label != NotHidden),
            read.Count(r => r.Found.Length > 0 && r.Text.Label != NotHidden)
        );

    /// <summary>The hiding places among proposals; "not concealed" is none.</summary>
    public static string[] PlacesOf(IReadOnlyList<Proposal> proposals) =>
        [.. proposals.Where(p => p.Field == "concealment" && p.Code != NotConcealed).Select(p => p.Code).Distinct()];

    /// <summary>How well hiding places are told. Every place that is proposed is judged; a text is found where one of its places is right.</summary>
    public static Ratio Place(List<(string Label, string[] Found)> read)
    {
        List<(string Label, string[] Found)> placed =
        [
            .. read.Where(r => r.Label != NonValue.Unmapped).Select(r => (r.Label, r.Found.Where(f => f != NonValue.Unmapped).ToArray())),
        ];
        return new Ratio(
            placed.Sum(r => r.Found.Length),
            placed.Sum(r => r.Found.Count(f => Agrees(f, r.Label))),
            placed.Count(r => IsHidden(r.Label)),
            placed.Count(r => IsHidden(r.Label) && Array.Exists(r.Found, f => Agrees(f, r.Label)))
        );
    }

    /// <summary>Whether a place is a labelled one or lies within it, or names it less closely.</summary>
    public static bool Agrees(string found, string labels) =>
        Array.Exists(labels.Split('|', '/'), l =>
            found == l || found.StartsWith(l + ".", StringComparison.Ordinal) || l.StartsWith(found + ".", StringComparison.Ordinal)
        );

    /// <summary>Whether by its label a text must tell of a hiding place: none may be as right as one.</summary>
    public static bool IsHidden(string labels) => !labels.Split('|', '/').Any(l => l is NotHidden or NotConcealed);

    private sealed record Labelled(string Set, string Language, string Label, string Text);
}
