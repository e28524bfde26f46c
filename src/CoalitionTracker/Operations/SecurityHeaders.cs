namespace CoalitionTracker.Operations;

/// <summary>What a browser may load and do on our pages.</summary>
internal static class SecurityHeaders
{
    public static HeaderPolicyCollection Policies() =>
        new HeaderPolicyCollection()
            .AddDefaultSecurityHeaders()
            .AddContentSecurityPolicy(csp =>
            {
                csp.AddDefaultSrc().Self();
                csp.AddImgSrc().Self().Data();
                csp.AddObjectSrc().None();
                csp.AddBaseUri().Self();
                csp.AddFormAction().Self();
                csp.AddFrameAncestors().None();
            });
}
