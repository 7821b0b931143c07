using System;
using System.Collections.Generic;
using SeizureIntel.Cases;
using SeizureIntel.Etl.Mapping;
using SeizureIntel.Etl.Normalisation;
using SeizureIntel.Submissions;

namespace SeizureIntel.Etl.Quality;

/// <summary>Makes the seizures of a case and judges them.</summary>
internal sealed class SeizureBuilder(MendedRows mended)
{
    private static readonly int HsCode = Slots.Of("hs_code"),
        Brand = Slots.Of("brand"),
        Species = Slots.Of("species"),
        Authenticity = Slots.Of("authenticity"),
        FirearmType = Slots.Of("firearm_type"),
        FirearmMake = Slots.Of("firearm_make"),
        FirearmModel = Slots.Of("firearm_model"),
        Calibre = Slots.Of("calibre"),
        SerialNumbers = Slots.Of("serial_numbers"),
        Manufacture = Slots.Of("country_of_manufacture"),
        ImportMarks = Slots.Of("import_marks"),
        MarkingStatus = Slots.Of("marking_status"),
        DenialGround = Slots.Of("denial_ground");

    // Most cases bear the same few flags or none.
    private readonly Dictionary<int, IReadOnlyList<string>> _flags = [];

    /// <summary>Makes the seizures of a case.</summary>
    /// <param name="seizureCase">The case, whole but for them.</param>
    /// <param name="rows">Its rows in the order of the file.</param>
    /// <param name="isFuture">Whether it lies in the future.</param>
    /// <param name="issues">Receives what the rules find.</param>
    /// <param name="seizures">Takes one for each item of the rows.</param>
    public void Build(Case seizureCase, IReadOnlyList<AcceptedRow> rows, bool isFuture, List<Issue> issues, Span<Seizure> seizures)
    {
        int next = 0;
        for (int at = 0; at < rows.Count; at++)
        {
            AcceptedRow row = rows[at];
            if (row.IsDuplicate)
                issues.Add(new Issue(row.Draft.Row, "row", IssueCode.ExactDuplicate, null));
            for (int i = 0; i < row.Draft.Items.Count; i++)
                seizures[next++] = Build(seizureCase, row, i, isFuture, issues);
        }
    }

    private Seizure Build(Case seizureCase, AcceptedRow row, int index, bool isFuture, List<Issue> issues)
    {
        ItemDraft item = row.Draft.Items[index];
        Reading?[] fields = item.Fields;
        return new Seizure
        {
            Id = mended.IdOf(row.Draft.Row, index),
            Row = row.Draft.Row,
            Heading = item.Heading,
            Product = item.Product,
            Quantity = item.Quantity,
            QuantityText = item.QuantityText,
            Quantity2 = item.Quantity2,
            Value = item.Value,
            HsCode = item.One(HsCode),
            Brand = fields[Brand]?.Words,
            Species = item.One(Species),
            Authenticity = item.One(Authenticity),
            FirearmType = item.One(FirearmType),
            FirearmMake = fields[FirearmMake]?.Words,
            FirearmModel = fields[FirearmModel]?.Words,
            Calibre = item.One(Calibre),
            SerialNumberCount = (int?)fields[SerialNumbers]?.Number,
            SerialHashes = item.SerialHashes,
            DenialGrounds = fields[DenialGround]?.Many ?? [],
            CountryOfManufacture = item.One(Manufacture),
            ImportMarks = fields[ImportMarks]?.Many ?? [],
            MarkingStatus = item.One(MarkingStatus),
            IsExactDuplicate = row.IsDuplicate,
            OutlierFlags = FlagsOf(seizureCase, row, item, isFuture, issues),
            RecordProfile = Completeness.Profile(seizureCase, item),
            CompletenessScore = Completeness.Score(seizureCase, item),
        };
    }

    private IReadOnlyList<string> FlagsOf(Case seizureCase, AcceptedRow row, ItemDraft item, bool isFuture, List<Issue> issues)
    {
        bool isExtreme = item.Quantity is { } quantity
            ? PlausibleLimits.IsBeyond(item.Heading.Code, quantity)
                || (row.IsBeyondFence && quantity.Value >= PlausibleLimits.Floor(quantity.Unit))
                || (
                    seizureCase.Concealments.Count > 0
                    && PlausibleLimits.IsBeyondCarrying(seizureCase.Concealments[0].Where.Code, seizureCase.Conveyance.Mode.Code, quantity)
                )
            : item.Fields[Slots.Quantity]?.Number is { } amount && PlausibleLimits.IsBeyondAny(amount);
        bool isDear = item.Value is { } value && PlausibleLimits.IsBeyondMoney(value.Value);
        if (isExtreme)
            issues.Add(new Issue(row.Draft.Row, "quantity", IssueCode.Outlier, item.QuantityText));
        if (isDear)
            issues.Add(new Issue(row.Draft.Row, "value", IssueCode.Outlier, null));
        int key = (isExtreme ? 1 : 0) | (item.HasUnitMismatch ? 2 : 0) | (isFuture ? 4 : 0) | (isDear ? 8 : 0);
        if (key == 0)
            return [];
        if (_flags.TryGetValue(key, out IReadOnlyList<string>? known))
            return known;
        var flags = new List<string>();
        if (isExtreme)
            flags.Add(OutlierFlags.QuantityExtreme);
        if (item.HasUnitMismatch)
            flags.Add(OutlierFlags.UnitSuspect);
        if (isFuture)
            flags.Add(OutlierFlags.DateFuture);
        if (isDear)
            flags.Add(OutlierFlags.ValueExtreme);
        return _flags[key] = flags.ToArray();
    }
}
