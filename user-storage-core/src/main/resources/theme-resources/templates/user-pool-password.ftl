<#-- In place of the form for a new password, where the password stays in another directory. -->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
  <#if section = "header">
    ${msg("updatePasswordTitle")}
  <#elseif section = "form">
    <p id="user-pool-text">${poolText}</p>
    <#list poolLinks as link>
      <p class="${properties.kcMarginTopClass!}"><a href="${link.href}">${link.label}</a></p>
    </#list>
    <#if isAppInitiatedAction??>
      <form id="user-pool-back" action="${url.loginAction}" method="post" class="${properties.kcMarginTopClass!}">
        <button type="submit" name="cancel-aia" value="true" class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!} ${properties.kcButtonBlockClass!}">${kcSanitize(msg("backToApplication"))?no_esc}</button>
      </form>
    <#else>
      <p class="${properties.kcMarginTopClass!}"><a id="user-pool-back" href="${url.loginRestartFlowUrl}">${kcSanitize(msg("backToLogin"))?no_esc}</a></p>
    </#if>
  </#if>
</@layout.registrationLayout>
