using SeizureIntel.Ports;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Storing;

/// <summary>Where a pipeline asks and writes.</summary>
/// <param name="Store">Asked for rows refused before and, where the rows are kept, for case references used before; null for none.</param>
/// <param name="Archive">Receives the screened rows; null where none are kept.</param>
internal sealed record LoadTargets(ISubmissionStore? Store, ArchiveEntry? Archive);
