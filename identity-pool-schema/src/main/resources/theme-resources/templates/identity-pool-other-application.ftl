<#-- For people whose account is of another pool than those of the application: see docs/audit/access.md. A theme may have its own. -->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
<!-- template: identity-pool-other-application.ftl -->
    <#if section = "header">
        ${kcSanitize(msg("errorTitle"))?no_esc}
    <#elseif section = "form">
        <style>#kc-error-message > p { margin-bottom: .75rem }</style>
        <div id="kc-error-message">
            <p class="instruction">${message.summary}</p>
            <#if poolSignedInAs??>
                <p id="kc-identity-pool-signed-in-as">${msg("identityPoolSignedInAs", poolSignedInAs)}</p>
            </#if>
            <p id="kc-identity-pool-sign-out-note">${msg(poolLogoutUrl???then("identityPoolSignOutOnly", "identityPoolSignOutNote"))}</p>
            <p><a id="kc-identity-pool-sign-out" href="${poolLogoutUrl!url.loginRestartFlowUrl}"
                class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("identityPoolSignOut")}</a></p>
            <#if traceId??>
                <p class="instruction" id="traceId">${msg("traceIdSupportMessage", traceId)}</p>
            </#if>
            <#if !skipLink?? && client?? && client.baseUrl?has_content>
                <p><a id="backToApplication" href="${client.baseUrl}">${msg("backToApplication")}</a></p>
            </#if>
        </div>
    </#if>
</@layout.registrationLayout>
