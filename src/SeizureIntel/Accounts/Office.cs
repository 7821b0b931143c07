using System.Collections.Generic;

namespace SeizureIntel.Accounts;

/// <summary>An office that people belong to: a customs service, or an office of regional intelligence.</summary>
/// <param name="Id">Short name in lower case, such as <c>nl-customs</c>.</param>
/// <param name="Name">As printed.</param>
/// <param name="Countries">Reporting countries (ISO 3166-1 alpha-2) whose records its people may see; null for every country.</param>
public sealed record Office(string Id, string Name, IReadOnlyList<string>? Countries);
