using System.IO;
using System.Text.Json.Nodes;
using System.Threading;
using SeizureIntel.Etl.Intake;
using SeizureIntel.Etl.Sources;
using SeizureIntel.Etl.Suggesting;
using SeizureIntel.Workbench.Faults;

namespace SeizureIntel.Workbench.Suggesting;

/// <summary>Says what a file of unknown shape seems to hold; it takes nothing in.</summary>
/// <param name="suggester">Drafts the source.</param>
public sealed class SuggestionDesk(SourceSuggester suggester)
{
    /// <summary>The suggestion for a file.</summary>
    /// <param name="file">The bytes; able to seek.</param>
    /// <param name="fileName">The name it was sent under.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Fault">The file is no table that can be read.</exception>
    public SuggestionAnswer Suggest(Stream file, string fileName, CancellationToken cancellationToken) =>
        AnswerOf(fileName, Find(file, fileName, null, cancellationToken));

    /// <summary>The suggestion for a file before it is answered, by a draft that was edited or without.</summary>
    internal SourceSuggestion Find(Stream file, string fileName, SourceDescription? draft, CancellationToken cancellationToken)
    {
        try
        {
            return suggester.Suggest(file, fileName, cancellationToken, draft);
        }
        catch (UnreadableFileException problem)
        {
            throw Fault.Failed(problem.Code, problem.Message, problem.Hint, problem);
        }
    }

    /// <summary>A suggestion as it is answered.</summary>
    internal static SuggestionAnswer AnswerOf(string fileName, SourceSuggestion suggestion) =>
        new(
            fileName,
            suggestion.Verdict,
            suggestion.Message,
            suggestion.Rows,
            suggestion.ReadAs,
            suggestion.Columns,
            suggestion.LookUps,
            suggestion.Constants,
            suggestion.Missing,
            suggestion.Notes,
            suggestion.Source?.Name,
            suggestion.Source is null ? null : JsonNode.Parse(SourceJsonText.Of(suggestion.Source))
        );
}
