using SeizureIntel.Analytics.Counting;
using SeizureIntel.Analytics.Routes;
using SeizureIntel.CodeLists;

namespace SeizureIntel.Analytics.Concealment;

/// <summary>The attributes in which the study looks, numbered once for all its parts.</summary>
internal sealed class ConcealmentItems(SeizureFrame frame, GoodsLines goods, CodeListSet lists)
{
    /// <summary>The goods with what lies above them.</summary>
    public GoodsLines Lines => goods;

    /// <summary>Hiding places.</summary>
    public ItemAttribute Where { get; } = ItemAttribute.OfCodes(frame, "concealment", lists);

    /// <summary>Methods of hiding.</summary>
    public ItemAttribute How { get; } = ItemAttribute.OfCodes(frame, "concealment_how", lists);

    /// <summary>Goods as headings and products.</summary>
    public ItemAttribute Goods { get; } = ItemAttribute.OfGoods(frame, goods);

    /// <summary>Products alone.</summary>
    public ItemAttribute Product { get; } = ItemAttribute.OfCodes(frame, "product", lists);

    /// <summary>Means of transport.</summary>
    public ItemAttribute Mode { get; } = ItemAttribute.OfCodes(frame, "mode_of_transport", lists);

    /// <summary>Countries of origin.</summary>
    public ItemAttribute Origin { get; } = ItemAttribute.OfCodes(frame, "origin_country", lists);
}
