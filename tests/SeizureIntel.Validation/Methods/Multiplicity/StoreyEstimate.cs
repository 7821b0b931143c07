using System.Collections.Generic;

namespace SeizureIntel.Validation.Methods.Multiplicity;

/// <summary>Storey's estimate for a family of tests.</summary>
/// <param name="NullShare">Estimated share of true null hypotheses, above 0 to 1.</param>
/// <param name="QValues">One q-value (a share from 0 to 1) a test, in the order of the tests.</param>
public sealed record StoreyEstimate(double NullShare, IReadOnlyList<double> QValues);
