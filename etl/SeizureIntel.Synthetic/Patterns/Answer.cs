using System;
using System.Collections.Generic;

namespace SeizureIntel.Synthetic.Patterns;

/// <summary>A pattern planted in the simulated region, as the answer sheet tells it.</summary>
/// <param name="Id">Names the pattern.</param>
/// <param name="Kind">exceedance, shift, trend, emerging, fading, displacement, association, novel, poly_crime, new_term; season and
/// reporter_artefact must not be taken for a change of smuggling.</param>
/// <param name="MustFind">True where a study should find it, false where nothing may be made of it.</param>
/// <param name="Subject">What it is about: codes by template field.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Effect">Its size in words and numbers.</param>
public sealed record Answer(
    string Id,
    string Kind,
    bool MustFind,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Subject,
    DateOnly From,
    DateOnly To,
    string Effect
);
