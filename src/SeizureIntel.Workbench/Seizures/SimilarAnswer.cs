using System.Collections.Generic;
using SeizureIntel.Workbench.Search;

namespace SeizureIntel.Workbench.Seizures;

/// <summary>Seizures that share most with one, the rarest traits weighing most.</summary>
/// <param name="Traits">What the seizure is compared by, the rarest first.</param>
/// <param name="Hits">Those that share most of it, best first.</param>
public sealed record SimilarAnswer(IReadOnlyList<SharedTrait> Traits, IReadOnlyList<SimilarHit> Hits);

/// <summary>Something that a seizure has in common with others.</summary>
/// <param name="Field">The field.</param>
/// <param name="Values">Its codes.</param>
/// <param name="Label">The codes in English.</param>
/// <param name="Seizures">Seizures that have it, of those the reader may see.</param>
public sealed record SharedTrait(string Field, IReadOnlyList<string> Values, string Label, int Seizures);

/// <summary>A seizure like another.</summary>
/// <param name="Shares">The fields whose values it shares.</param>
/// <param name="Likeness">Share of the weight of all traits that it has in common, 0 to 1.</param>
/// <param name="Hit">The seizure.</param>
public sealed record SimilarHit(IReadOnlyList<string> Shares, double Likeness, SearchHit Hit);
