using System;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Benchmarks.Running;

namespace SeizureIntel.Benchmarks.Texts;

/// <summary>The models as the product trains them, on texts of sources, languages and parts of the aliases that they had not seen.</summary>
internal static class ModelMeasure
{
    private const double LeastPrecision = 0.95;
    private const double LeastCoverage = 0.5;
    private const double LargestError = 0.05;

    /// <summary>Trains the models on a data folder and prints their cards.</summary>
    /// <returns>Whether every bar was met.</returns>
    public static async Task<bool> PrintAsync(CaseRun run, string folder, CancellationToken stop)
    {
        await run.LineAsync("texts that no list knows, by groups left out");
        MeasuredProcess trained = await MeasuredProcess.RunAsync(
            Surroundings.Executable,
            ["models", "train", "--data", folder, "--json"],
            stop
        );
        if (trained.ExitCode != 0)
            throw new InvalidOperationException("The training failed: " + trained.Errors);
        await run.LineAsync(CaseRun.Line($"  trained in {trained.Seconds:0} s, peak memory {trained.PeakMegabytes:0} MB"));
        using JsonDocument cards = JsonDocument.Parse(trained.Output);
        bool isMet = true;
        foreach (JsonElement card in cards.RootElement.GetProperty("models").EnumerateArray())
            isMet &= await PrintAsync(run, card);
        return isMet;
    }

    private static async Task<bool> PrintAsync(CaseRun run, JsonElement card)
    {
        double precision = Number(card, "precision"),
            coverage = Number(card, "coverage"),
            error = Number(card, "calibration_error");
        bool isRight = precision >= LeastPrecision && coverage >= LeastCoverage;
        await run.LineAsync(
            $"  {card.GetProperty("name").GetString()}: {Number(card, "examples"):0} texts, {Number(card, "classes"):0} codes"
        );
        await run.FigureAsync(CaseRun.Line($"    precision {precision:0.000} at coverage {coverage:0.000}"), "0.95 at 0.50", isRight);
        await run.FigureAsync(CaseRun.Line($"    expected calibration error {error:0.000}"), "0.05", error <= LargestError);
        await run.LineAsync("    words alone: " + Row(card.GetProperty("by_words")));
        await run.LineAsync("    the model where the words say nothing: " + Row(card.GetProperty("beyond_words")));
        foreach (string by in new[] { "by_group", "by_language" })
        {
            foreach (JsonElement row in card.GetProperty(by).EnumerateArray())
                await run.LineAsync($"      {row.GetProperty("part").GetString()}: {Row(row)}");
        }

        return isRight && error <= LargestError;
    }

    private static string Row(JsonElement row)
    {
        double texts = Number(row, "texts"),
            proposed = Number(row, "proposed");
        string precision = proposed == 0 ? "–" : CaseRun.Line($"{Number(row, "precision"):0.000}");
        return CaseRun.Line($"precision {precision} at coverage {(texts == 0 ? 0 : proposed / texts):0.000} of {texts:0}");
    }

    private static double Number(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : 0;
}
