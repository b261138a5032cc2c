"""What the designations of munitions mean that tables of aid to Ukraine name.

Under each class a row for each designation: the name; the facts; the article of the English Wikipedia that gives
them, the class apart; the items of release 18 of Kiel's tracker that mean it, and the designations of SIPRI's register,
which give the class. A row that is too long goes on in the next line, four blanks further in. Among the facts, `early`
is an item of Kiel's release 7, and `see` a source besides.
"""

from typing import Final

MUNITIONS: Final = """
ArtilleryShell
  M982 Excalibur | calibre 155 mm; guided yes; standard nato | M982 Excalibur | | M-982 Excalibur
  RAAM | calibre 155 mm; origin US; standard nato | Remote Anti-Armor Mine System |
      rounds of Remote Anti-Armor Mine (RAAM) Systems |
  SMArt 155 | calibre 155 mm; guided yes; origin DE; standard nato | SMArt 155 | | DM-702 SMART-155
  Vulcano | guided yes; standard nato | | | Vulcano-GLR
Rocket
  GMLRS | calibre 227 mm; guided yes; origin US; standard nato | M270 Multiple Launch Rocket System |
      Guided Multiple Launch Rocket System round; M31A1 munition | GMLRS
  Hydra 70 | calibre 70 mm; origin US; standard nato | Hydra 70 | Hydra-70 aircraft rocket |
  Zuni | calibre 127 mm; origin US; standard nato | Zuni (rocket) | Zuni aircraft rocket |
Missile
  AASM Hammer | role air-to-surface; origin FR; standard nato | Armement Air-Sol Modulaire | | AASM Hammer
  APKWS | calibre 70 mm; role air-to-surface; origin US; standard nato | Advanced Precision Kill Weapon System |
      BAE System APKWS | WGU-59 APKWS
  3M9 | role surface-to-air; origin SUHH; standard soviet | 2K12 Kub | | 3M9
  5V55 | role surface-to-air; origin SUHH; standard soviet | S-300 missile system | | 5V55U
  AGM-114 Hellfire | role anti-tank; origin US; standard nato | AGM-114 Hellfire | Hellfire missiles |
      AGM-114 Hellfire; AGM-114L Hellfire Longbow
  AGM-88 HARM | role air-to-surface; origin US; standard nato; range at least 48 km;
      see african-manager-2022-12-harm ¶2 | AGM-88 HARM | high-speed anti radiation missiles (HARMs);
      High-speed Anti-radiation missiles | AGM-88B HARM
  AIM-120 AMRAAM | role air-to-air; origin US; standard nato | AIM-120 AMRAAM | AMRAAM rockets (for NASAMS) |
      AIM-120A AMRAAM; AIM-120C AMRAAM; AIM-120D AMRAAM
  AIM-7 Sparrow | role air-to-air; origin US; standard nato | AIM-7 Sparrow | AIM-7 missile for air defense |
      AIM-7E Sparrow; AIM-7M Sparrow
  AIM-9 Sidewinder | role air-to-air; origin US; standard nato | AIM-9 Sidewinder | AIM-9 missile | AIM-9L/I Sidewinder;
      AIM-9M Sidewinder; AIM-9X Sidewinder
  ASRAAM | role air-to-air; origin GB; standard nato | AIM-132 ASRAAM | | ASRAAM
  ATACMS | role surface-to-surface; origin US; standard nato | MGM-140 ATACMS | | ATACMS Block-1; ATACMS Block-1A
  Aspide | origin IT; standard nato | Aspide | Shorad Aspide anti-aircraft missile | Aspide
  Aster 30 | role surface-to-air; standard nato | Aster (missile family) | ASTER Missile; SAMP/T anti-air missile |
      ASTER-30
  BGM-71 TOW | role anti-tank; origin US; standard nato;
      early Tube-Launched, Optically-Tracked, Wire-Guided (TOW) missiles | BGM-71 TOW | RBS 55 TOW;
      Tube-Launched, optically-Tracked, Wire-Guided (TOW) missile | BGM-71 TOW; BGM-71F TOW-2B
  Brimstone | role air-to-surface; origin GB; standard nato | Brimstone (missile) | Brimstone-1 missile;
      brimstone-2 missile | Brimstone; Brimstone-2
  FGM-148 Javelin | role anti-tank; origin US; standard nato | FGM-148 Javelin | Javelin anti-tank missile |
      FGM-148 Javelin
  FIM-92 Stinger | role surface-to-air; origin US; standard nato | FIM-92 Stinger | Stinger missile |
  Harpoon | role anti-ship; origin US; standard nato | Harpoon (missile) | Harpoon coastal defense missile |
      Harpoon Block-2
  IRIS-T | role air-to-air; standard nato | IRIS-T | IRIS-T AIM-2000 | IRIS-T
  IRIS-T SLM missile | role surface-to-air; standard nato | | IRIS-T SLM/SLS missile |
  Konkurs | role anti-tank; origin SUHH; standard soviet | 9M113 Konkurs | | Konkurs
  LMM Martlet | origin GB; standard nato | Martlet (missile) | | LMM Martlet
  MICA | role air-to-air; origin FR; standard nato | MICA (missile) | | MICA
  MIM-104 | role surface-to-air; origin US; standard nato | MIM-104 Patriot | Patriot air defense munition |
      MIM-104 PAC-2; MIM-104 PAC-3; MIM-104 PAC-3 MSE
  MIM-23 | role surface-to-air; origin US; standard nato | MIM-23 Hawk | missiles for HAWK air defense system |
      MIM-23B I-Hawk
  Mistral missile | role surface-to-air; origin FR; standard nato | Mistral (missile) | Mistral Air Defence Missile |
  RIM-7 Sea Sparrow | role surface-to-air; standard nato; see nato-1998-seasparrow ¶2 | | Rim-7 missile |
  R.550 Magic | role air-to-air; origin FR; standard nato | R.550 Magic | | R-550 Magic-2
  Starstreak missile | role surface-to-air; origin GB; standard nato | Starstreak | anti-aircraft Starstreak missile |
  Storm Shadow | role air-to-surface; range at least 250 km; see forces-news-2017-storm-shadow ¶6 | Storm Shadow |
      SCALP missile | Storm Shadow/SCALP-EG
  VT-1 | role surface-to-air; standard nato | Crotale (missile) | CROTALE Missile | VT-1
AerialBomb
  GBU-39 | guided yes; origin US; standard nato | GBU-39 Small Diameter Bomb | | GBU-39 SDB
  JDAM-ER | guided yes | Joint Direct Attack Munition | | JDAM-ER
  Mark 81 | origin US; standard nato | Mark 81 bomb | MK81 bomb |
  Paveway | guided yes; standard nato | Paveway | | Paveway
LoiteringMunition
  Altius-600 | | | Altius-600 UAS | Altius-600
  HX-2 | | | | HX-2
  Phoenix Ghost | origin US | Phoenix Ghost | Phoenix Ghost tactical unmanned aerial system | Phoenix Ghost Atlas;
      Phoenix Ghost Dagger; Phoenix Ghost Disruptor; Phoenix Ghost Dominator
  Switchblade 600 | origin US | AeroVironment Switchblade | Switchblade 600 UAS | Switchblade-600
  Switchblade | origin US; early Switchblade Tactical Unmanned Aerial System | AeroVironment Switchblade | |
  Warmate | origin PL; early Warmate drone | WB Electronics Warmate | | Warmate
Mine
  M18A1 Claymore | origin US; standard nato;
      early M18A1 Claymore anti-personnel munitions configured to be consistent with the Ottawa Convention |
      M18 Claymore mine | Claymore anti-personnel munitions; M18A1 Claymore anti-personnel munitions |
Grenade
  VOG-25 | calibre 40 mm; origin SUHH; standard soviet | GP-25 |
      VOG-25 grenade for under barrel grenade launcher GP-25 |
"""
