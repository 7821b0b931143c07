using SeizureIntel.Ports;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Storing;

/// <summary>Where a pipeline asks and writes; both are absent when a file is only looked at.</summary>
/// <param name="Store">Asked for case references used before; null for none.</param>
/// <param name="Archive">Receives the screened rows; null for none.</param>
internal sealed record LoadTargets(ISubmissionStore? Store, ArchiveEntry? Archive);
