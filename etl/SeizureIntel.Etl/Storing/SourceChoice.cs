using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Suggesting;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Storing;

/// <summary>Chooses the source that a file is read as: the one named, the one its columns fit, or a suggestion that somebody accepts. It never guesses
/// in silence.</summary>
/// <param name="shelf">The sources known.</param>
/// <param name="suggester">Gives who drafts one for a file of unknown shape; his words are read when he is first asked.</param>
/// <param name="time">The clock.</param>
public sealed class SourceChoice(SourceShelf shelf, Func<SourceSuggester> suggester, TimeProvider time)
{
    private const string NoSource = "no_source";

    /// <summary>The source of a file.</summary>
    /// <exception cref="UnreadableFileException">No source fits and nobody accepts what is suggested, or nothing can be suggested; the hint says what to
    /// do.</exception>
    internal async Task<SourceDescription> ForAsync(LoadRequest request, CancellationToken cancellationToken)
    {
        if (request is { Draft: { } draft, IsDryRun: true })
            return Best([draft], request, draft) is { Fits: false } match
                ? throw new UnreadableFileException(NoSource, Nearest(match), "Send the file that the draft was made for.")
                : draft;
        IReadOnlyList<SourceDescription> sources = await shelf.AllAsync(cancellationToken).ConfigureAwait(false);
        SourceDescription? named = sources.FirstOrDefault(s => s.Name == request.SourceName);
        if (request.SourceName is not null && named is null)
            throw new UnreadableFileException(
                "unknown_source",
                $"There is no source '{request.SourceName}'.",
                $"Known are {string.Join(", ", sources.Select(s => s.Name).Order(StringComparer.Ordinal))}."
            );
        SourceMatch? best = Best(named is null ? sources : [named], request, named);
        if (best is { Fits: true })
            return best.Source;
        if (named is not null)
            throw new UnreadableFileException(NoSource, Nearest(best), "Mend the header, or leave the source out.");
        SourceSuggestion suggestion = suggester().Suggest(request.File, request.FileName, cancellationToken);
        if (suggestion.Verdict == SuggestionVerdict.Aggregates)
            throw new UnreadableFileException("aggregates", suggestion.Message, "");
        if (request.AcceptedBy is null)
            throw new UnreadableFileException(NoSource, Nearest(best), Offer(suggestion));
        return await AcceptedAsync(request, suggestion, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SourceDescription> AcceptedAsync(
        LoadRequest request,
        SourceSuggestion suggestion,
        CancellationToken cancellationToken
    )
    {
        if (suggestion.Verdict == SuggestionVerdict.NoSeizures)
            throw new UnreadableFileException("no_seizures", suggestion.Message, "");
        if (suggestion.Verdict == SuggestionVerdict.Incomplete)
            throw new UnreadableFileException(
                "suggestion_incomplete",
                suggestion.Message,
                "./run sources suggest FILE --draft FOLDER writes the draft to complete."
            );
        if (suggestion.Missing.Contains("country") && request.ReporterDefault is null)
            throw new UnreadableFileException(
                "no_reporter",
                "No column says in which country the goods were seized.",
                "Name the reporting country: --reporter CC."
            );
        SourceDescription source = suggestion.Source!;
        if (!request.IsDryRun)
        {
            DateTimeOffset now = time.GetUtcNow();
            await shelf
                .KeepAsync(
                    new KeptSource(
                        source.Name,
                        SourceJsonText.Of(source),
                        SuggestionText.Of(suggestion),
                        request.AcceptedBy!,
                        now,
                        request.AcceptedBy,
                        now
                    ),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }

        return source;
    }

    private static SourceMatch? Best(IReadOnlyList<SourceDescription> sources, LoadRequest request, SourceDescription? named)
    {
        using RawFile file = FileIntake.Open(
            request.File,
            request.FileName,
            named is null ? new IntakeOptions { GuessEncoding = true } : SubmissionPipeline.OptionsOf(named),
            request.Facts
        );
        IReadOnlyList<SourceMatch> ranked = SourceRecognition.Rank(sources, file.Columns, request.ReporterDefault is not null);
        return ranked.Count > 0 ? ranked[0] : null;
    }

    private static string Nearest(SourceMatch? best) =>
        best is null or { Score: 0 }
            ? "None of the columns belongs to a known source."
            : $"The columns fit no known source; the nearest is {best.Source.Name}, of which "
                + $"{string.Join(", ", best.Missing.Select(m => $"'{m}'"))} {(best.Missing.Count == 1 ? "is" : "are")} missing.";

    private static string Offer(SourceSuggestion suggestion)
    {
        int understood = suggestion.Columns.Count(c => c.Field is not null);
        return suggestion.Verdict == SuggestionVerdict.NoSeizures
            ? suggestion.Message
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{understood} of its {suggestion.Columns.Count} columns can be understood: ./run sources suggest FILE shows them, "
            ) + (suggestion.Verdict == SuggestionVerdict.Complete ? "--accept-suggestion takes the file in by them." : suggestion.Message);
    }
}
