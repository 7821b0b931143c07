namespace SeizureIntel.Charts;

/// <summary>Which colours a drawing has.</summary>
public enum ChartLook
{
    /// <summary>Those of the page around it, by day and by night; without a page the light ones. The page's own ground shows through.</summary>
    Page,

    /// <summary>Dark ink on a light ground of its own.</summary>
    Light,

    /// <summary>Light ink on a dark ground of its own.</summary>
    Dark,
}
