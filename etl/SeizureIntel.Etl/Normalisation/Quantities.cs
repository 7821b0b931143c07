using System;
using SeizureIntel.CodeLists;
using SeizureIntel.Submissions;
using SeizureIntel.Values;

namespace SeizureIntel.Etl.Normalisation;

/// <summary>Amount and unit together: a quantity in the product's canonical unit where the dimension is the same, else in the canonical unit of its
/// own dimension; never from one dimension into another.</summary>
internal sealed class Quantities(UnitTable units, ProductTable products, CodeList? unitList)
{
    private const string Drugs = "H01";
    private const string Weapons = "H08";
    private const string Currency = "H09";

    /// <summary>Reads a quantity.</summary>
    /// <param name="amount">The amount cell.</param>
    /// <param name="unit">The unit cell.</param>
    /// <param name="product">Product code.</param>
    /// <param name="heading">Heading code.</param>
    public QuantityReading Read(Reading amount, Reading unit, string product, string heading)
    {
        string? unitText = unit.One.Text
            ?? (
                unit.One.IsKnown ? unit.One.Code
                : amount.One.IsKnown ? amount.One.Code
                : null
            );
        string? written =
            amount.Words is null ? null
            : unitText is null ? amount.Words
            : amount.Words + " " + unitText;
        if (amount.Number is not { } value)
            return new QuantityReading(null, written, null, false);
        if (value <= 0)
            return new QuantityReading(null, written, IssueCode.NotPositive, false);

        // A unit behind the number counts where the unit cell is blank: "5 kg".
        string? code =
            unit.One.IsKnown ? unit.One.Code
            : unit.IsBlank && amount.One.IsKnown ? unitList?.Find(amount.One.Code)?.Value
            : null;
        if (units.Find(code) is not { } row)
        {
            // The unit cell raised its own issue where it holds a word that is not known.
            IssueCode? issue =
                unit.One.Code == NonValue.Unmapped ? null
                : amount.One.IsKnown ? IssueCode.UnknownUnit
                : IssueCode.MissingUnit;
            return new QuantityReading(null, written, issue, true);
        }

        if (row.IsEradication && heading == Drugs)
            return new QuantityReading(null, written, IssueCode.UnitMismatch, true);
        try
        {
            UnitRow? target = units.Find(products.UnitOf(product, heading));
            Quantity quantity = Convert(value, row, target);
            return new QuantityReading(
                quantity,
                written,
                Suits(row, target, units.Find(products.OtherUnitOf(product)), heading) ? null : IssueCode.UnitMismatch,
                true
            );
        }
        catch (OverflowException)
        {
            return new QuantityReading(null, written, IssueCode.NotANumber, false);
        }
    }

    private static Quantity Convert(decimal value, UnitRow row, UnitRow? target)
    {
        if (target is null)
            return new Quantity(value * row.Factor, row.Canonical);
        if (target.Canonical == row.Canonical)
            return new Quantity(target.Factor == 1 ? value * row.Factor : value * row.Factor / target.Factor, target.Code);
        // One piece of a product that is counted in sticks or rounds is one stick or one round.
        if (row.Canonical == "H87" && target.Code is "STICK" or "ROUND")
            return new Quantity(value * row.Factor, target.Code);
        return new Quantity(value * row.Factor, row.Canonical);
    }

    // Goods come as mass, volume or count whatever their usual unit; weapons come as their list says, money is not measured.
    private static bool Suits(UnitRow row, UnitRow? target, UnitRow? other, string heading)
    {
        if (target is null)
            return heading != Currency || row.Dimension is "count" or "mass";
        if (row.Dimension == target.Dimension || row.Dimension == other?.Dimension)
            return true;
        return row.Dimension switch
        {
            "mass" or "volume" => heading != Weapons,
            "area" or "surface" or "length" or "activity" => false,
            "sticks" => heading == "H02",
            "rounds" => heading == Weapons,
            "alcohol" => heading == "H03",
            _ => true,
        };
    }
}
