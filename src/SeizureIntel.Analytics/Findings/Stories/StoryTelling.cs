using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SeizureIntel.CodeLists;
using SeizureIntel.Ports;
using SeizureIntel.Readers;

namespace SeizureIntel.Analytics.Findings.Stories;

/// <summary>Gives results their stories.</summary>
public sealed class StoryTelling(ISeizureIndex index, CodeListSet codes)
{
    /// <summary>A study's result with its findings told as stories.</summary>
    public async Task<StudyResult> TellAsync(StudyResult result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result with { Stories = await StoriesAsync(result.Scope.Reader, result.Findings, cancellationToken) };
    }

    /// <summary>A result that tells the findings of several studies as the stories that matter most over all of them, thirty at most. Its findings are
    /// those of its stories; how many were left to their studies it says.</summary>
    /// <param name="result">What the stories are added to; its own findings are told too.</param>
    /// <param name="studies">The studies told.</param>
    /// <param name="cancellationToken">Stops the counting.</param>
    public async Task<StudyResult> TellAllAsync(StudyResult result, IReadOnlyList<StudyResult> studies, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(studies);
        List<Finding> all = [.. studies.Prepend(result).SelectMany(s => s.Findings).DistinctBy(f => f.Id, StringComparer.Ordinal)];
        IReadOnlyList<Story> stories = await StoriesAsync(result.Scope.Reader, all, cancellationToken);
        List<Story> told = [.. stories.Take(StoryBook.Most)];
        HashSet<string> shown = [.. told.SelectMany(s => s.Members.Append(s.Lead))];
        int left = all.Count - shown.Count;
        return result with
        {
            Findings = FindingOrder.Sorted(all.Where(f => shown.Contains(f.Id)), all: true),
            Stories = told,
            NotTestable =
                left == 0
                    ? result.NotTestable
                    :
                    [
                        .. result.NotTestable,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{left} findings in {stories.Count - told.Count} stories of less weight are told by their studies only."
                        ),
                    ],
        };
    }

    private async Task<IReadOnlyList<Story>> StoriesAsync(
        Reader reader,
        IReadOnlyList<Finding> findings,
        CancellationToken cancellationToken
    ) => StoryBook.Of(findings, await SourceReader.ReadAsync(index, reader, findings, cancellationToken), codes);
}
