using System;
using System.Collections.Generic;

namespace SeizureIntel.Queries;

/// <summary>One coded field of a batch of seizures: dictionary codes, several a seizure where the field has several values.</summary>
/// <param name="Field">The field.</param>
/// <param name="Values">The codes that occur; entry i is what the number i in <paramref name="Codes"/> means. Grows from batch to batch, never changes.</param>
/// <param name="Starts">Length count + 1: the values of seizure i are <c>Codes[Starts[i]..Starts[i+1]]</c>, at least one each (a non-value where
/// nothing is known).</param>
/// <param name="Codes">Numbers into <paramref name="Values"/>.</param>
public sealed record SeizureColumn(string Field, IReadOnlyList<string> Values, ReadOnlyMemory<int> Starts, ReadOnlyMemory<int> Codes);
