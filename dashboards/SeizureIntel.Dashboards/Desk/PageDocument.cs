using System.Collections.Generic;
using SeizureIntel.Reporting.Bulletins;
using SeizureIntel.Text;
using SeizureIntel.Workbench.Submissions;

namespace SeizureIntel.Dashboards.Desk;

/// <summary>What a page shows: the same document that a bulletin of its scope would be rendered from.</summary>
/// <param name="Document">The document; null where the filter was not understood or there is no data.</param>
/// <param name="Received">The submissions kept, the oldest first.</param>
/// <param name="Problem">What was not understood; null where all was.</param>
/// <param name="Hint">What to write instead; null where all was understood.</param>
public sealed record PageDocument(Bulletin? Document, IReadOnlyList<SubmissionAnswer> Received, Phrase? Problem, Phrase? Hint);
